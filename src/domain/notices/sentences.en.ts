import type { NoticeKind } from './notice-kinds';

export const noticeSentences: Readonly<Record<NoticeKind, string>> = {
  'permit-step': 'Permit {number}: {permitState}. Please act when it is your turn.',
  'permit-overdue': 'Permit {number} has waited too long for a signature. Please act now.',
  'gas-test-due': 'The gas test of permit {number} ends at {until}. Test again before then, or the work is suspended.',
  'watch-begun': 'The work under permit {number} has ended and the fire watch begins. The watcher stays on the spot.',
  'watch-missed': 'The fire watcher of permit {number} did not report in time. Please look at the place now.',
  'violation-raised': 'New finding: {violation} ({grade}). Please look at it.',
  'violation-assigned':
    '“{violation}” was given to you or your enterprise to put right. Please see what is asked and until when.',
  'violation-due': '“{violation}” has to be put right by {until}. Please finish and report it in time.',
  'violation-escalated': '“{violation}” was not put right in time and was passed on to the next level.',
  'inspection-visit': 'You have an inspection to make by {day}.',
  'certificate-ends': 'The {certificate} ends on {day}, in {days} days. Please renew it early.',
  'training-due': 'The training is valid until {day}, {days} more days. Please attend the next one.',
  'welder-suspended':
    'A welder is suspended until {day} and gets no power meanwhile. Open this for the reason and how to appeal.',
  'welder-restored': 'The suspension of a welder is over; work may go on.',
  'appeal-rejected': 'The appeal was rejected; the suspension goes on until {day}. Open this for the reason.',
  'recency-ends':
    'A welder has no work on record for {days} days. After six months off the trade a practical test comes before work; whoever worked elsewhere says so on the platform.',
  'check-due':
    'The safety check of a machine is due on {day}, in {days} days. Have it checked and record the result, or it gets no power.',
  handover: 'A machine waits for your enterprise to confirm that it was handed over.',
};
