import type { TestApp } from '../support/app';
import { DAY, HOUR, isDayOff, MINUTE, minuteOfDay } from './oracle/time-law';
import type { World } from './oracle/world';

export type Phase = 'workday' | 'dusk' | 'night' | 'small-hours' | 'rest-day';

/** Minutes of the day in which a case of a phase may begin. */
const WINDOWS: Readonly<Record<Phase, readonly [number, number]>> = {
  workday: [8 * 60 + 30, 15 * 60],
  dusk: [21 * 60 + 25, 21 * 60 + 30],
  night: [22 * 60 + 10, 23 * 60],
  'small-hours': [2 * 60 + 10, 3 * 60],
  'rest-day': [8 * 60 + 30, 15 * 60],
};

type Calendar = Pick<World, 'holidays' | 'workingWeekends'>;

/** The platform's clock as the test moves it: only forward, and at once. */
export class LawClock {
  private shiftMs = 0;

  constructor(
    private readonly app: TestApp,
    private readonly calendar: Calendar,
  ) {}

  now(): number {
    return Date.now() + this.shiftMs;
  }

  /** Without the turn of the loops that `elapse` waits for: expiry is "enforced even if no timer ran". */
  pass(ms: number): void {
    if (ms <= 0) return;
    this.shiftMs += ms;
    void this.app.elapse(ms);
  }

  /** With that turn, where something must end by itself. */
  async passAndWait(ms: number): Promise<void> {
    this.shiftMs += ms;
    await this.app.elapse(ms);
  }

  isIn(phase: Phase, at: number): boolean {
    const [from, to] = WINDOWS[phase];
    const off = isDayOff(at, this.calendar as World);
    return from <= minuteOfDay(at) && minuteOfDay(at) < to && off === (phase === 'rest-day');
  }

  /** On to the next moment at which such a case may begin; the evening after a working day counts as of that day. */
  toPhase(phase: Phase): void {
    const now = this.now();
    if (this.isIn(phase, now)) return;
    const [from] = WINDOWS[phase];
    const midnight = now - ((((now + 8 * HOUR) % DAY) + DAY) % DAY);
    for (let day = 0; day < 30; day += 1) {
      const at = midnight + day * DAY + from * MINUTE + 5_000;
      if (at > now && this.isIn(phase, at)) return this.pass(at - now);
    }
    throw new Error(`no ${phase} within 30 days`);
  }
}
