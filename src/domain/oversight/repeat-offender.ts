import type { Instant } from '../../kernel/time';

/** 屡犯: of whom findings are counted together. */
export const OFFENDERS = ['enterprise', 'welder', 'machine'] as const;
export type OffenderKind = (typeof OFFENDERS)[number];

/** Rule `supervision.repeat-offenders`. */
export interface RepeatRule {
  readonly times: number;
  readonly months: number;
}

/** The same day some months earlier; where that month is shorter, its last day. Reckoned in China, where no hour is ever skipped. */
export function monthsBefore(at: Instant, months: number): Instant {
  const OFFSET = 8 * 3_600_000;
  const local = new Date(at + OFFSET);
  const day = local.getUTCDate();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() - months);
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  local.setUTCDate(Math.min(day, last));
  return local.getTime() - OFFSET;
}

export const isRepeat = (confirmed: number, { times }: RepeatRule): boolean => confirmed >= times;

/** 一案双查 is for what is grave or a major hazard. */
export const looksBack = ({
  severity,
  majorHazard,
}: {
  readonly severity: number;
  readonly majorHazard: boolean;
}): boolean => severity >= 3 || majorHazard;
