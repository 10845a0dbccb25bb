import { isOpen } from '../violation-life-cycle';
import { stepOf, type ViolationCase, type ViolationStep } from './violation-step';

/** The arc went on, so the detector's suspicion is certain. */
export const confirm = (violation: ViolationCase): ViolationStep =>
  stepOf(violation, {
    command: 'confirm',
    from: violation.state,
    to: violation.state,
    set: { certainty: 'confirmed' },
    detail: {},
  });

/** The missing messages arrived, or there is a plain reason for the gap. */
export const explain = (violation: ViolationCase): ViolationStep =>
  stepOf(violation, {
    command: 'withdraw',
    from: violation.state,
    to: 'withdrawn',
    set: { certainty: 'withdrawn' },
    detail: { reason: 'explained-by-facts' },
  });

/** The work was written on numbered paper while the platform was down, and the paper was entered afterwards. */
export const workedOnPaper = (violation: ViolationCase, papers: readonly string[]): ViolationStep =>
  stepOf(violation, {
    command: 'withdraw',
    from: violation.state,
    to: isOpen(violation.state) ? 'withdrawn' : violation.state,
    set: { certainty: 'withdrawn' },
    detail: { reason: 'worked-on-paper', papers },
  });

/** Late data cleared every arc that the violation stood on. A closed case stays closed, and is marked as groundless. */
export const clear = (violation: ViolationCase, jobIds: readonly string[]): ViolationStep =>
  stepOf(violation, {
    command: 'withdraw',
    from: violation.state,
    to: isOpen(violation.state) ? 'withdrawn' : violation.state,
    set: { certainty: 'withdrawn' },
    detail: { reason: 'cleared-by-late-data', jobIds },
  });
