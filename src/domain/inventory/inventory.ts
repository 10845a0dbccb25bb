import { INDUSTRIES } from '../registry/industry';
import { MACHINE_STATUSES, PROCESSES } from '../registry/machine';
import { WELDER_STATUSES } from '../registry/welder';

/** What the register is counted of (摸清底数). */
export const INVENTORY_KINDS = ['machine', 'welder'] as const;
export type InventoryKind = (typeof INVENTORY_KINDS)[number];

export const CHIP_STATES = ['fitted', 'none', 'not-needed'] as const;
export type ChipState = (typeof CHIP_STATES)[number];

/** Where a day stands towards today. `days-7` is within 7 days, `days-30` within 30 and not within 7, and so on: every row is in one. */
export const DUE_STATES = ['over', 'days-7', 'days-30', 'days-90', 'later', 'none'] as const;
export type DueState = (typeof DUE_STATES)[number];

/** `over` to `later` of the verified card that holds longest; else what else is known of the welder's cards. */
export const CERTIFICATE_COUNTS = ['over', 'days-7', 'days-30', 'days-90', 'later', 'unverified', 'void', 'none'] as const; // prettier-ignore
export type CertificateCount = (typeof CERTIFICATE_COUNTS)[number];

export const EMPLOYMENTS = ['employed', 'self'] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

/** In how many ways a thing is counted, and into what. Scrapped machines count by their status only. */
export const DIMENSIONS = {
  machine: { status: MACHINE_STATUSES, chip: CHIP_STATES, inspection: DUE_STATES, process: PROCESSES, industry: INDUSTRIES },
  welder: { status: WELDER_STATUSES, certificate: CERTIFICATE_COUNTS, training: DUE_STATES, employment: EMPLOYMENTS, industry: INDUSTRIES },
} as const satisfies Record<InventoryKind, Record<string, readonly string[]>>; // prettier-ignore

/** First and last day of a state, as days from today; null: without end. */
export interface DueRange {
  readonly from: number | null;
  readonly to: number | null;
}

const RANGES: Readonly<Record<Exclude<DueState, 'none'>, DueRange>> = {
  over: { from: null, to: -1 },
  'days-7': { from: 0, to: 6 },
  'days-30': { from: 7, to: 29 },
  'days-90': { from: 30, to: 89 },
  later: { from: 90, to: null },
};

/** Asked of a list: whatever is not over, the states between together. */
export const VALID = 'valid';

/** Null: no day is meant. */
export const rangeOfDue = (state: string): DueRange | null =>
  state === VALID ? { from: 0, to: null } : Object.hasOwn(RANGES, state) ? RANGES[state as keyof typeof RANGES] : null;

/** The state of a due date, by the number of days until then. */
export function dueStateOf(daysAhead: number): DueState {
  const found = Object.entries(RANGES).find(
    ([, { from, to }]) => (from === null || daysAhead >= from) && (to === null || daysAhead <= to),
  );
  return (found?.[0] ?? 'none') as DueState;
}
