import { geoCell } from '../../../domain/collection/keys';
import { instantOf } from '../../../kernel/rfc3339';
import type { Collection } from '../collection.store';
import type { CollectRequest } from '../collection.dto';
import { pinOf } from './where-collected';

type Nameplated = Pick<Collection, 'nameplate' | 'nameplateReason' | 'signatureId'>;
type Placed = Pick<Collection, 'lat' | 'lng' | 'accuracyM' | 'geoCell'>;
type Effort = Pick<Collection, 'durationMs' | 'taps' | 'typedFields'>;

/** What stays of a collection beside the record that it led to. */
export const evidenceIn = (
  body: CollectRequest,
): Nameplated & Placed & Effort & Pick<Collection, 'photoIds' | 'collectedAt'> => ({
  collectedAt: instantOf(body.collectedAt),
  photoIds: body.photoIds ?? [],
  ...nameplateIn(body),
  ...placeIn(body),
  ...effortIn(body),
});

const nameplateIn = ({ machine }: CollectRequest): Nameplated => ({
  nameplate: machine?.nameplate ?? null,
  nameplateReason: machine?.nameplateReason ?? null,
  signatureId: machine?.signatureId ?? null,
});

function placeIn(body: CollectRequest): Placed {
  const pin = pinOf(body);
  return pin ? { ...pin, geoCell: geoCell(pin) } : { lat: null, lng: null, accuracyM: null, geoCell: null };
}

const effortIn = ({ durationMs, taps, typedFields }: CollectRequest): Effort => ({
  durationMs: durationMs ?? null,
  taps: taps ?? null,
  typedFields: typedFields ?? null,
});
