import { DAY, MINUTE, type Instant, type Period } from '../../kernel/time';

/** Sign-in and sign-out stay open for this long after the end of a session. */
export const OPEN_AFTER_MS = 60 * MINUTE;

export type SignInFault = 'training.session-not-open' | 'training.session-over';

export function signInFault({ from, to }: Period, earlyMinutes: number, at: Instant): SignInFault | null {
  if (at < from - earlyMinutes * MINUTE) return 'training.session-not-open';
  return at >= to ? 'training.session-over' : null;
}

/** Time in the room counts inside the session only, in whole minutes. */
export function minutesThere(session: Period, there: Period): number {
  const from = Math.max(session.from, there.from);
  const to = Math.min(session.to, there.to);
  return Math.max(0, Math.floor((to - from) / MINUTE));
}

/** Whether the minutes are enough of the session. A session of part of a minute asks for nothing. */
export const countsAsAttended = (session: Period, minutes: number, percent: number): boolean =>
  minutes * 100 >= percent * Math.floor((session.to - session.from) / MINUTE);

export type SessionFault = 'training.ends-before-start' | 'training.session-over' | 'training.session-too-long';

/** A session lies ahead, at least its end, and takes no longer than a day. */
export function sessionFault({ from, to }: Period, at: Instant): SessionFault | null {
  if (to <= from) return 'training.ends-before-start';
  if (to <= at) return 'training.session-over';
  return to - from > DAY ? 'training.session-too-long' : null;
}
