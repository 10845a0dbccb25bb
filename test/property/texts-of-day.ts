import type { LawClock } from './clock';
import { DAY } from './oracle/time-law';

/** The platform sends forty text messages a day at one applicant's wish; some room is left. */
const MOST = 30;

/**
 * No law, but a guard against strangers' phones being flooded: the allowance of occupiers' codes, counted by days of UTC.
 * Hundreds of small jobs of one applicant in a day are no honest day, so the run goes on to the next one before.
 */
export class TextsOfDay {
  private day = 0;
  private sent = 0;

  constructor(private readonly clock: LawClock) {}

  /** True where the clock was moved on to another day. */
  makeRoomFor(texts: number): boolean {
    const full = this.sentToday() + texts > MOST;
    if (full) this.clock.pass(DAY - (this.clock.now() % DAY));
    this.sent = this.sentToday() + texts;
    return full;
  }

  private sentToday(): number {
    const today = Math.floor(this.clock.now() / DAY);
    if (today !== this.day) this.sent = 0;
    this.day = today;
    return this.sent;
  }
}
