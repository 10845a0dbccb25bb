import type { Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';
import type { RuleSubject } from './permit-rule-values';
import type { PermitCommand } from './permit-life-cycle';

/** Steps by which a person takes a seat of a permit: asks, signs, releases, watches. */
export const SEAT_COMMANDS = [
  'submit', 'approve', 'countersign', 'issue', 'fire-watch-on', 'substitute-watch',
  'work-leader-opinion', 'briefing', 'briefing-received', 'shift-check',
] as const satisfies readonly PermitCommand[]; // prettier-ignore

export interface SeatTaken {
  readonly userId: string;
  readonly name: string;
  /** A hash: it says which seats were taken from one device, and nothing of the device. */
  readonly device: string;
  readonly at: Instant;
}

export interface SharedDevice {
  readonly names: readonly string[];
  /** When one device had served that number of people. */
  readonly at: Instant;
}

/** Rule `permit.one-device`: from this number of people on, one device serving one permit is reported; null: never. */
export const peoplePerDevice = (book: RuleBook, subject: RuleSubject, at: Instant): number | null =>
  (book.find('permit.one-device', subject, at)?.value ?? null) as number | null;

/** Devices from which too many people took seats of one permit. One person with several seats is one. */
export function sharedDevices(seats: readonly SeatTaken[], tooMany: number | null): SharedDevice[] {
  if (tooMany === null) return [];
  const devices = [...new Set(seats.map(({ device }) => device))];
  return devices.flatMap((device) => {
    const inTurn = seats.filter((seat) => seat.device === device).sort((a, b) => a.at - b.at);
    const people = inTurn.filter(({ userId }, i) => inTurn.findIndex((one) => one.userId === userId) === i);
    const last = people[tooMany - 1];
    return last ? [{ names: people.map(({ name }) => name), at: last.at }] : [];
  });
}
