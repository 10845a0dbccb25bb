import { conflict } from '../../../kernel/refusal';
import { ok, refused } from '../../../kernel/result';
import { dueAfter } from '../deadlines';
import { graver, higherGrade } from '../grade';
import { noted, wrongField, type StepRule } from './command-input';

/** Everybody who ever reported work stays a rectifier, so that none of them looks at it again. */
export const rectify: StepRule<'rectify'> = ({ by, rectifiers }, { note, photoIds = [], photosAreTheirs }, at) =>
  photosAreTheirs
    ? ok({
        set: { rectifiers: [...new Set([...rectifiers, by.userId])], rectifiedAt: at },
        detail: { note, photoIds },
      })
    : refused(wrongField('photoIds', 'violation.photo-unknown'));

export const review: StepRule<'review'> = ({ by }, input) =>
  ok({ set: { reviewedBy: by.userId }, detail: noted(input) });

export const close: StepRule<'close'> = (_, input, at) => ok({ set: { closedAt: at }, detail: noted(input) });

/**
 * False rectification (虚假整改): the case begins anew, one grade higher and one step graver, unless it was found again
 * meanwhile as a case of its own. A higher grade may have more time by rule; false rectification gains none.
 */
export const reopen: StepRule<'reopen'> = (violation, { reason, openOfCause, dueDays }, at) => {
  if (openOfCause !== null && openOfCause !== violation.id)
    return refused(conflict('violation.open-again', { extra: { violationId: openOfCause } }));
  const severity = graver(violation.severity);
  const grade = higherGrade(violation.grade);
  const dueAt = Math.min(...[violation.grade, grade].map((one) => dueAfter(one, dueDays, at)));
  return ok({
    set: {
      grade,
      severity,
      assignedTo: null,
      assignedEnterprise: null,
      reviewedBy: null,
      rectifiedAt: null,
      closedAt: null,
      escalatedTo: null,
      falseRectifications: (violation.falseRectifications ?? 0) + 1,
      dueAt,
    },
    detail: { reason, grade, severity },
  });
};

/** An official says that there was nothing. */
export const withdraw: StepRule<'withdraw'> = (_, { reason }) =>
  ok({ set: { certainty: 'withdrawn' }, detail: { reason } });
