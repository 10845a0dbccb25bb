import type { MatchReason, Verdict } from '../../domain/collection/duplicates';
import type { Pin } from '../../domain/collection/keys';
import { distanceM } from '../../kernel/geo';
import { conflict, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Shown } from './subjects/candidates.view';
import type { MaybeKnown } from './collection-view.dto';

export const NEW = 'new';

/** A new record, or another look at the one of that id. */
export type Decided = typeof NEW | { readonly id: string; readonly reasons: readonly MatchReason[] };

type Found = readonly (readonly [Shown, Verdict])[];

/** What the collector said to “is it this one?”. */
interface Answer {
  readonly sameAs?: string;
  readonly notSame?: readonly string[];
}

/** A certain one is taken, a likely one is asked about until the collector has answered. */
export function sameOrNew(found: Found, { sameAs, notSame = [] }: Answer, here: Pin | null): Result<Decided, Refusal> {
  const certain = found.find(([, { sameness }]) => sameness === 'same') ?? found.find(([{ id }]) => id === sameAs);
  if (certain) return ok({ id: certain[0].id, reasons: certain[1].reasons });
  if (sameAs !== undefined) return refused(wrongField('sameAs', 'collection.not-a-candidate'));
  const open = found.slice(0, MOST_SHOWN).filter(([{ id }]) => !notSame.includes(id));
  if (open.length === 0) return ok(NEW);
  const candidates = open.map((one) => shown(one, here));
  return refused(conflict('collection.maybe-known', { extra: { candidates } }));
}

const MOST_SHOWN = 5;

const shown = (
  [{ id, title, ownerName, photoId, collectedBy, place }, { reasons }]: Found[number],
  here: Pin | null,
): MaybeKnown => ({
  ...{ id, title, ownerName, photoId, collectedBy, reasons: [...reasons] },
  distanceM: place && here ? Math.round(distanceM(place, here)) : null,
});

/** Refusals of the register that name the record which is there already, and by what it was known. */
const EXISTS: Readonly<Record<string, MatchReason>> = {
  'machine.exists': 'serial',
  'welder.exists': 'identity',
  'enterprise.exists': 'uscc',
};

export function existingIn({ code, extra }: Refusal): Decided | null {
  const reason = EXISTS[code];
  const id = extra?.['id'];
  return reason !== undefined && typeof id === 'string' ? { id, reasons: [reason] } : null;
}
