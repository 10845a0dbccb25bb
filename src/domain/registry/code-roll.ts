import { isWithin, type RegionCode } from '../../kernel/region-code';

/** A roll or sheet of blank codes (空码卷): printed, handed to a person, or voided as lost. */
export const ROLL_STATES = ['printed', 'issued', 'voided'] as const;
export type RollState = (typeof ROLL_STATES)[number];

const COUNTY_DIGITS = 6;

/** What the register knows of a scanned sticker that is to be stuck on. */
export interface StickerFacts {
  readonly kind: string;
  readonly voided: boolean;
  readonly roll: { readonly state: RollState; readonly regionCode: RegionCode } | null;
}

/**
 * Why a sticker cannot be bound to something of a region; null if it can. The reason of a voided roll comes first:
 * whoever found a lost roll must hear exactly that.
 */
export function stickerFault({ kind, voided, roll }: StickerFacts, regionCode: RegionCode): string | null {
  if (kind !== 'blank') return 'code.not-blank';
  if (roll?.state === 'voided') return 'code.roll-voided';
  if (voided) return 'code.voided';
  const county = roll?.regionCode.slice(0, COUNTY_DIGITS) ?? '';
  return isWithin(regionCode, county) || isWithin(county, regionCode) ? null : 'code.of-another-county';
}
