import { forbidden, wrongField, type Refusal } from '../../kernel/refusal';
import { isWithin, type RegionCode } from '../../kernel/region-code';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import type { RegionsReader } from '../regions/regions.reader';

/** The region an official rules over; '' is the whole country, null: none. */
const ownRegion = ({ scope }: Caller): RegionCode | null => (scope.kind === 'region' ? scope.regionCode : null);

export const reaches = (caller: Caller, regionCode: RegionCode): boolean => {
  const own = ownRegion(caller);
  return own !== null && isWithin(regionCode, own);
};

export const outsideRegion = (): Refusal => forbidden('rule.outside-region');

/** The region a regulator means: the one named, otherwise their own. It must exist and lie within theirs. */
export async function meantRegion(
  tx: Tx,
  caller: Caller,
  regions: RegionsReader,
  named: RegionCode | undefined,
): Promise<Result<RegionCode, Refusal>> {
  const code = named ?? ownRegion(caller);
  if (code === null || !reaches(caller, code)) return refused(outsideRegion());
  if (code !== '' && !(await regions.exists(tx, code))) return refused(wrongField('regionCode', 'region.unknown'));
  return ok(code);
}
