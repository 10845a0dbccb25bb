import type { Caller } from '../../../platform/auth/caller';
import { isWithin } from '../../../kernel/region-code';

/** An official in charge of the drawn region, of a part of it, or of more. */
export const isInCharge = ({ scope }: Caller, regionCode: string): boolean =>
  scope.kind === 'region' && (isWithin(regionCode, scope.regionCode) || isWithin(scope.regionCode, regionCode));
