import { ENDED_BY_TIME } from '../../../../domain/permits/effective-state';
import type { PermitState } from '../../../../domain/permits/permit';

const list = (states: readonly string[]): string => `(${states.map((state) => `'${state}'`).join(', ')})`;

/** The indexes `permits_near` and `permits_unfinished` are used where a statement names exactly their states. */
const OPEN_STATES = ['submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch'] as const;
const UNFINISHED_STATES: readonly PermitState[] = ['draft', 'returned', ...OPEN_STATES];

export const IS_OPEN = `p.state in ${list(OPEN_STATES)}`;
const IS_UNFINISHED = `p.state in ${list(UNFINISHED_STATES)}`;

/**
 * The permits that are in one of these states now. Said of the stored state as far as possible, for of that the database
 * knows how many there are, and of an expression it does not. `at` gives the placeholder of the moment, where it is needed.
 */
export function isNowIn(states: readonly PermitState[], at: () => string): string[] {
  const endable = ENDED_BY_TIME.filter((state) => states.includes(state));
  if (states.includes('expired'))
    return [
      `p.state in ${list([...new Set([...states, ...ENDED_BY_TIME])])}`,
      `(p.state in ${list(states)} or p.planned_end <= ${at()})`,
    ];
  return [
    states.length === 0 ? 'false' : `p.state in ${list(states)}`,
    ...(states.every((state) => UNFINISHED_STATES.includes(state)) ? [IS_UNFINISHED] : []),
    ...(endable.length === 0 ? [] : [`(p.planned_end > ${at()} or p.state not in ${list(ENDED_BY_TIME)})`]),
  ];
}

/** `effectiveState` of the domain in SQL: what a permit is at a moment, whether or not a timer ran. */
export const effectiveStateSql = (at: string): string =>
  `case when p.state in ${list(ENDED_BY_TIME)} and p.planned_end <= ${at} then 'expired' else p.state end`;
