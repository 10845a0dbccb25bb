import { ENDED_BY_TIME } from '../../../domain/permits/effective-state';
import type { PermitState } from '../../../domain/permits/permit';

const list = (states: readonly string[]): string => `(${states.map((state) => `'${state}'`).join(', ')})`;

/** The indexes `permits_near` and `permits_unfinished` are used where a statement names exactly their states. */
export const OPEN_STATES = ['submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch'] as const;
export const UNFINISHED_STATES: readonly PermitState[] = ['draft', 'returned', ...OPEN_STATES];

export const IS_OPEN = `p.state in ${list(OPEN_STATES)}`;
export const IS_UNFINISHED = `p.state in ${list(UNFINISHED_STATES)}`;

/** `effectiveState` of the domain in SQL: what a permit is at a moment, whether or not a timer ran. */
export const effectiveStateSql = (at: string): string =>
  `case when p.state in ${list(ENDED_BY_TIME)} and p.planned_end <= ${at} then 'expired' else p.state end`;
