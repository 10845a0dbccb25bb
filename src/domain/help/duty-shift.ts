import { DAY, type Instant } from '../../kernel/time';

/** Somebody who answers the phone of the duty desk of a region for a time. */
export interface DutyShift {
  readonly id: string;
  /** With all below it, where nothing narrower is on duty. */
  readonly regionCode: string;
  readonly name: string;
  readonly phone: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** A roster is kept for weeks, a shift is not. */
const LONGEST_DAYS = 31;
const FARTHEST_DAYS = 400;

export type DutyShiftFault = 'duty.ends-before-start' | 'duty.over' | 'duty.too-long' | 'duty.too-far';

export function dutyShiftFault({ from, to }: Pick<DutyShift, 'from' | 'to'>, at: Instant): DutyShiftFault | null {
  if (to <= from) return 'duty.ends-before-start';
  if (to <= at) return 'duty.over';
  if (to - from > LONGEST_DAYS * DAY) return 'duty.too-long';
  return from > at + FARTHEST_DAYS * DAY ? 'duty.too-far' : null;
}

/** Of those on duty around a place the nearest: a town's own before its county's. */
export const nearestOf = <S extends Pick<DutyShift, 'regionCode'>>(shifts: readonly S[]): S | null =>
  shifts.reduce<S | null>(
    (best, shift) => (best === null || shift.regionCode.length > best.regionCode.length ? shift : best),
    null,
  );
