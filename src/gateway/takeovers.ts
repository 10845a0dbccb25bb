import { MINUTE, type Instant } from '../kernel/time';

interface Displacement {
  readonly by: string;
  readonly of: string;
  readonly at: Instant;
}

const WITHIN_MS = MINUTE;

/** Two addresses that push each other off one chip number: then two devices bear it (docs/chip-protocol.md, "Transport"). */
export class Takeovers {
  private readonly recent = new Map<string, Displacement[]>();

  /** Notes that a connection from one address displaced that from another; true when the other had done the same just before. */
  displaced(chipNo: string, by: string, of: string, at: Instant): boolean {
    if (by === of) return false;
    const before = (this.recent.get(chipNo) ?? []).filter((one) => at - one.at <= WITHIN_MS);
    const mutual = before.some((one) => one.by === of && one.of === by);
    if (mutual) this.recent.delete(chipNo);
    else this.recent.set(chipNo, [...before, { by, of, at }]);
    if (this.recent.size > 10_000) this.forget(at);
    return mutual;
  }

  private forget(at: Instant): void {
    for (const [chipNo, all] of this.recent)
      if (all.every((one) => at - one.at > WITHIN_MS)) this.recent.delete(chipNo);
  }
}
