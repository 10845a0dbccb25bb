import { minutesOf, type DayHours } from '../../../kernel/day-hours';
import { differences } from '../value-diff';

/** Whether a wished value is at least as strict as the one that holds. Values have the shape of their rule. */
export type Direction = (held: unknown, wished: unknown) => boolean;

type Entries = Readonly<Record<string, unknown>>;
const entries = (value: unknown): Entries => (value ?? {}) as Entries;
const items = (value: unknown): readonly unknown[] => (value ?? []) as readonly unknown[];
const missing = (value: unknown): boolean => value === undefined || value === null;

/** If only one side has a limit, that side is stricter. */
const limit =
  (keeps: (held: number, wished: number) => boolean): Direction =>
  (held, wished) =>
    missing(held) || (!missing(wished) && keeps(held as number, wished as number));

export const lower = limit((held, wished) => wished <= held);
export const higher = limit((held, wished) => wished >= held);
export const unchanged: Direction = (held, wished) => differences(held, wished).length === 0;
/** What is demanded stays demanded. */
export const demanded: Direction = (held, wished) => held !== true || wished === true;
/** What is forbidden stays forbidden. */
export const forbidden: Direction = (held, wished) => held === true || wished !== true;

/** Words in their order, the mildest first. */
export const ranked =
  (...words: readonly string[]): Direction =>
  (held, wished) =>
    words.includes(wished as string) && words.indexOf(wished as string) >= words.indexOf(held as string);

export const includesAll: Direction = (held, wished) => items(held).every((one) => items(wished).includes(one));
export const addsNone: Direction = (held, wished) => includesAll(wished, held);

/** Each named field by its own direction; a field that is not named stays as it is. */
export const each =
  (directions: Readonly<Record<string, Direction>>): Direction =>
  (held, wished) =>
    [...new Set([...Object.keys(entries(held)), ...Object.keys(entries(wished))])].every((name) =>
      (directions[name] ?? unchanged)(entries(held)[name], entries(wished)[name]),
    );

/** Every name that the rule holds stays and keeps its direction; more may be added. */
export const atLeastThese =
  (direction: Direction): Direction =>
  (held, wished) =>
    Object.entries(entries(held)).every(
      ([name, value]) => Object.hasOwn(entries(wished), name) && direction(value, entries(wished)[name]),
    );

/** Lines found by their code: each stays and keeps its direction; more may be added. */
export const linesKept =
  (direction: Direction): Direction =>
  (held, wished) =>
    items(held).every((line) => {
      const kept = items(wished).find((other) => entries(other)['code'] === entries(line)['code']);
      return kept !== undefined && direction(line, kept);
    });

/** Minutes for all places, and more for some kinds of them. */
export const minutesByPlace: Direction = (held, wished) => {
  const [before, after] = [entries(held), entries(wished)];
  const kinds = [...Object.keys(entries(before['placeKinds'])), ...Object.keys(entries(after['placeKinds']))];
  const minutes = ({ base, placeKinds }: Entries, kind: string): number =>
    Math.max(Number(base), Number(entries(placeKinds)[kind] ?? 0));
  return higher(before['base'], after['base']) && kinds.every((kind) => minutes(after, kind) >= minutes(before, kind));
};

const DAY_MINUTES = 24 * 60;

/** Forbidden hours that take in those that held. */
export const hoursWidened: Direction = (held, wished) => {
  const [before, after] = [minutesOf(held as DayHours), minutesOf(wished as DayHours)];
  if (after.length >= DAY_MINUTES || before.length === 0) return true;
  const offset = (before.from - after.from + DAY_MINUTES) % DAY_MINUTES;
  return offset + before.length <= after.length;
};
