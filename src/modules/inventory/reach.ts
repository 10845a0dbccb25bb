import { forbidden, type Refusal } from '../../kernel/refusal';
import { isWithin, subtreeRange, type RegionCode } from '../../kernel/region-code';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';

/** Whose numbers: a half-open range of region codes, and within it one enterprise or all. */
export interface Reach {
  readonly from: RegionCode;
  readonly to: RegionCode;
  /** Null: all. */
  readonly enterpriseId: string | null;
}

/** Who has neither region nor enterprise counts nothing: the range is empty, and no enterprise has an empty id. */
const NOTHING: Reach = { from: '', to: '', enterpriseId: '' };

/** Officials count their region, an enterprise itself; a region asked for only narrows that. */
export function reachOf({ scope }: Pick<Caller, 'scope'>, asked: RegionCode | null): Result<Reach, Refusal> {
  if (scope.kind === 'enterprise') return ok({ ...subtreeRange(asked ?? ''), enterpriseId: scope.enterpriseId });
  if (scope.kind !== 'region') return ok(NOTHING);
  if (asked === null || isWithin(scope.regionCode, asked))
    return ok({ ...subtreeRange(scope.regionCode), enterpriseId: null });
  return isWithin(asked, scope.regionCode)
    ? ok({ ...subtreeRange(asked), enterpriseId: null })
    : refused(forbidden('statistics.outside-region'));
}

/** The reach as a predicate on `$1` to `$3`, explicit because counts run under the system's scope: row level security would keep them off their indexes. */
export const within = (region: string, ...enterprises: readonly string[]): string =>
  `${region} >= $1 and ${region} < $2 and ($3::text is null or $3 in (${enterprises.join(', ')}))`;

export const reachValues = ({ from, to, enterpriseId }: Reach): [string, string, string | null] => [
  from,
  to,
  enterpriseId,
];
