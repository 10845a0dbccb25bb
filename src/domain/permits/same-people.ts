import { distanceM } from '../../kernel/geo';
import { conflict, type Refusal } from '../../kernel/refusal';
import type { Permit } from './permit';

/** Another open permit at the same time that names the same people. */
export interface OverlappingWork extends Pick<Permit, 'id' | 'placeName' | 'lat' | 'lng' | 'radiusM' | 'extendsId'> {
  readonly number: string;
  readonly fireWatchId: string | null;
  /** Those of its welders whom this permit names too. */
  readonly welderIds: readonly string[];
}

type Named = Pick<Permit, 'id' | 'lat' | 'lng' | 'radiusM' | 'extendsId' | 'fireWatchId' | 'welderIds'>;

/** An extension goes on from its original with the same people. */
const goesOn = (one: Named, other: OverlappingWork): boolean =>
  one.extendsId === other.id || other.extendsId === one.id;

/** One watcher, one point: nobody watches under two permits at a time. */
export const watcherElsewhere = (permit: Named, others: readonly OverlappingWork[]): OverlappingWork | null =>
  permit.fireWatchId === null
    ? null
    : (others.find((one) => !goesOn(permit, one) && one.fireWatchId === permit.fireWatchId) ?? null);

/** Where rule `permit.watcher-once` says so, that is refused at submission already. */
export function watcherTwice(permit: Named, others: readonly OverlappingWork[]): Refusal | null {
  const other = watcherElsewhere(permit, others);
  if (!other) return null;
  const code = 'permit.watcher-double-booked';
  const params = { number: other.number, place: other.placeName };
  return conflict(code, { params, errors: [{ path: 'fireWatchId', code, params }] });
}

export interface WelderElsewhere {
  readonly welderId: string;
  readonly number: string;
  readonly placeName: string;
}

/** A person cannot be at two places at once; several permits at one place may name the same welder. */
export const weldersElsewhere = (permit: Named, others: readonly OverlappingWork[]): WelderElsewhere[] =>
  others
    .filter((one) => !goesOn(permit, one) && distanceM(permit, one) > Math.max(permit.radiusM, one.radiusM))
    .flatMap(({ number, placeName, welderIds }) =>
      welderIds.filter((id) => permit.welderIds.includes(id)).map((welderId) => ({ welderId, number, placeName })),
    );
