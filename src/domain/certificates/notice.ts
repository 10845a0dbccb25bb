import { DAY, shanghaiMidnight } from '../../kernel/time';

/**
 * Which notice of a certificate's end is due: the smallest threshold (rule `certificate.notice-days`) that is reached. A card
 * that is entered late is told of once, not of each threshold it has passed; one that is over is told of no more.
 */
export function noticeDue(validTo: string, today: string, thresholds: readonly number[]): number | null {
  const left = daysLeft(validTo, today);
  const reached = thresholds.filter((days) => left <= days);
  return left < 0 || reached.length === 0 ? null : Math.min(...reached);
}

/** Whole days between two printed days; none on the last day itself. */
export const daysLeft = (validTo: string, today: string): number =>
  Math.round((shanghaiMidnight(validTo) - shanghaiMidnight(today)) / DAY);
