import type { Pin } from '../../../domain/collection/keys';
import { isRealPosition } from '../../../kernel/geo';
import { isWithin, type RegionCode } from '../../../kernel/region-code';
import type { Caller } from '../../../platform/auth/caller';
import type { CollectRequest } from '../collection.dto';

const COUNTY_DIGITS = 6;

/** The pin; null where the phone had none, or said 0,0. */
export function pinOf({ lat, lng, accuracyM = 0 }: Pick<CollectRequest, 'lat' | 'lng' | 'accuracyM'>): Pin | null {
  return lat !== undefined && lng !== undefined && isRealPosition({ lat, lng }) ? { lat, lng, accuracyM } : null;
}

const ownRegion = ({ scope, regionCode }: Caller): RegionCode =>
  scope.kind === 'region' ? scope.regionCode : (regionCode ?? '');

/** Where the record belongs: as the collector says, else with its owner where that is in reach, else the collector's own region. */
export function regionOf(caller: Caller, asked: RegionCode | undefined, owner: RegionCode | null): RegionCode {
  if (asked !== undefined) return asked;
  const own = ownRegion(caller);
  return owner !== null && isWithin(owner, own) ? owner : own;
}

/** Two records of one thing are looked for in the collector's county. */
export const countyOf = (caller: Caller): RegionCode => ownRegion(caller).slice(0, COUNTY_DIGITS);
