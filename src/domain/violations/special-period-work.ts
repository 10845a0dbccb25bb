import { isWithin, type RegionCode } from '../../kernel/region-code';
import type { Instant } from '../../kernel/time';
import type { SpecialPeriod } from '../rules/calendar';

/** A stretch of burning arc and where it burned; both ends belong to it, so that a spark of one moment counts too. */
export interface BurntWork {
  readonly regionCode: RegionCode;
  readonly from: Instant;
  readonly to: Instant;
}

/** 重点时段作业: the first special period declared for the place in which the work burned; periods are half open. */
export const specialPeriodOf = (work: BurntWork, periods: readonly SpecialPeriod[]): SpecialPeriod | null =>
  periods.find(
    (period) => isWithin(work.regionCode, period.regionCode) && work.from < period.to && period.from <= work.to,
  ) ?? null;
