import { conflict } from '../../../kernel/refusal';
import { ok, refused } from '../../../kernel/result';
import { dueAfter } from '../deadlines';
import { graver } from '../grade';
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

/** False rectification (虚假整改): the case begins anew, one step graver, unless it was found again meanwhile as a case of its own. */
export const reopen: StepRule<'reopen'> = (violation, { reason, openOfCause, dueDays }, at) => {
  if (openOfCause !== null && openOfCause !== violation.id)
    return refused(conflict('violation.open-again', { extra: { violationId: openOfCause } }));
  const severity = graver(violation.severity);
  return ok({
    set: {
      severity,
      assignedTo: null,
      reviewedBy: null,
      rectifiedAt: null,
      closedAt: null,
      escalatedTo: null,
      dueAt: dueAfter(violation.grade, dueDays, at),
    },
    detail: { reason, severity },
  });
};

/** An official says that there was nothing. */
export const withdraw: StepRule<'withdraw'> = (_, { reason }) =>
  ok({ set: { certainty: 'withdrawn' }, detail: { reason } });
