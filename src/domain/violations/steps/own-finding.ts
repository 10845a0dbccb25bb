import { stepOf, type ViolationCase, type ViolationStep } from './violation-step';

/** What an enterprise found by itself waits for nobody to assign it: the enterprise has it in hand from the start. */
export const keepInOwnHands = (violation: ViolationCase): ViolationStep =>
  stepOf(violation, {
    command: 'assign',
    from: violation.state,
    to: 'assigned',
    set: { assignedEnterprise: violation.enterpriseId },
    detail: { assignedEnterprise: violation.enterpriseId },
    told: { command: 'assign' },
  });
