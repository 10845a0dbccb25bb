import type { CommandedViolation, CommandInputs } from '../../../src/domain/violations/steps/command-input';
import { decideViolation } from '../../../src/domain/violations/steps/decide-violation';
import type { ViolationStep } from '../../../src/domain/violations/steps/violation-step';
import type { Handler, ViolationCommand } from '../../../src/domain/violations/violation-life-cycle';
import type { Refusal } from '../../../src/kernel/refusal';

export const T0 = Date.parse('2026-11-24T02:00:00.123Z');

export const inspector: Handler = { userId: 'INS', official: true, regulator: false, enterpriseId: null };
export const regulator: Handler = { userId: 'REG', official: true, regulator: true, enterpriseId: null };
export const safety: Handler = { userId: 'SAF', official: false, regulator: false, enterpriseId: 'E1' };

/** An open suspicion against enterprise E1 in a town, and the inspector who looks at it. */
export const violation = (change: Partial<CommandedViolation> = {}): CommandedViolation => ({
  id: 'V1',
  kind: 'off-platform',
  grade: 'alert',
  severity: 1,
  state: 'open',
  certainty: 'provisional',
  regionCode: '411003100',
  enterpriseId: 'E1',
  machineId: 'M1',
  chipNo: 'C1',
  welderId: 'W1',
  assignedTo: null,
  assignedEnterprise: null,
  majorHazard: false,
  listed: false,
  supervised: false,
  handedOver: false,
  rectifiers: [],
  by: inspector,
  ...change,
});

/** What the news of that violation tells, as far as no step changes it. */
export const TOLD = { kind: 'off-platform', grade: 'alert', machineId: 'M1', chipNo: 'C1' };
export const NEWS = { entity: 'violation', entityId: 'V1', regionCode: '411003100', enterpriseIds: ['E1'] };

const FACTS = {
  assignee: { enterpriseId: 'E1', welderId: null, regionCode: null, seesCases: true },
  assignedTo: null,
  dueDays: { alert: 3, hazard: 7, offence: 15 },
  photosAreTheirs: true,
  openOfCause: null,
};

/** A form and, where the test says nothing else, facts that speak for it. */
export type Given = Partial<CommandInputs['assign'] & CommandInputs['rectify'] & CommandInputs['reopen']>;

const decide = (command: ViolationCommand, at: CommandedViolation, given: Given = {}) =>
  decideViolation(command, at, { ...FACTS, ...given }, T0);

export function step(command: ViolationCommand, at: CommandedViolation, given: Given = {}): ViolationStep {
  const decided = decide(command, at, given);
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
  return decided.value;
}

export function refusalOf(command: ViolationCommand, at: CommandedViolation, given: Given = {}): Refusal | 'allowed' {
  const decided = decide(command, at, given);
  return decided.ok ? 'allowed' : decided.refusal;
}
