import { DAY, shanghaiDate, shanghaiMidnight, type Instant } from '../../kernel/time';

export interface TrainingRecord {
  /** The last good day of the pass that holds longest, `YYYY-MM-DD`; null: never passed. */
  readonly passedTo: string | null;
  /** The last day of the earliest campaign that is meant for the welder and not passed; null: none. */
  readonly owedBy: string | null;
}

const endOf = (date: string | null): Instant | null => (date === null ? null : shanghaiMidnight(date) + DAY);

/**
 * Until when a welder counts as trained (rule `welder.training-overdue`); null: nothing is known. A campaign past its last
 * day outweighs an older pass. Before that day it gives time to whoever was never trained, and no more time to the others.
 */
export function trainingEnds({ passedTo, owedBy }: TrainingRecord, at: Instant): Instant | null {
  const [passEnd, due] = [endOf(passedTo), endOf(owedBy)];
  if (due !== null && due <= at) return due;
  return passEnd ?? due;
}

/** The last good day of a pass: `months` months after the day on which it was given, on its eve. */
export function passValidTo(passedAt: Instant, months: number): string {
  const [year = 0, month = 1, day = 1] = shanghaiDate(passedAt).split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const same = Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth));
  return new Date(same - DAY).toISOString().slice(0, 10);
}
