import { MINUTE, type Instant } from '../../kernel/time';
import type { MachineStatus } from '../registry/machine';

/**
 * Power without a job, so that a technician can see relay and arc sensing work. Short, and few a day: a test must be no way
 * to weld.
 */
export const TEST_LASTS_MS = 3 * MINUTE;
export const TESTS_A_DAY = 6;
/** A chip opens its relay after so long without an arc. */
export const TEST_IDLE_S = 60;
/** A chip that was not heard of for longer than one idle interval and a bit would not get the token in time. */
const HEARD_WITHIN_MS = 2 * MINUTE;

/** A stop order holds for a test too: power is power. */
const MAY_BE_TESTED: readonly MachineStatus[] = ['in-service', 'repair'];

export interface TestFacts {
  readonly machine: MachineStatus;
  readonly lastSeenAt: Instant | null;
  readonly boot: number | null;
  readonly tamper: boolean;
  readonly blocked: boolean;
  readonly openJob: boolean;
  readonly openTest: boolean;
  readonly testsToday: number;
}

export type TestObjection =
  | 'fitting.machine-stopped'
  | 'chip.blocked'
  | 'chip.at-work'
  | 'fitting.test-running'
  | 'fitting.too-many-tests'
  | 'fitting.chip-silent'
  | 'fitting.chip-open';

/** Why a chip gets no power for a test now; null: it does. The gravest reason is named. */
export function testObjection(facts: TestFacts, at: Instant): TestObjection | null {
  if (!MAY_BE_TESTED.includes(facts.machine)) return 'fitting.machine-stopped';
  if (facts.blocked) return 'chip.blocked';
  if (facts.openJob) return 'chip.at-work';
  if (facts.openTest) return 'fitting.test-running';
  if (facts.testsToday >= TESTS_A_DAY) return 'fitting.too-many-tests';
  const heard = facts.lastSeenAt !== null && facts.boot !== null && at - facts.lastSeenAt <= HEARD_WITHIN_MS;
  if (!heard) return 'fitting.chip-silent';
  return facts.tamper ? 'fitting.chip-open' : null;
}
