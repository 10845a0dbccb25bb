/** What may wait for somebody in the morning (今日要办). A new one also needs its words, its pages and a source. */
export const TASK_KINDS = [
  'case-put-right',
  'case-assign',
  'case-review',
  'stop-decide',
  'permit-sign',
  'photo-check',
  'workshop-confirm',
  'site-confirm',
  'seat-confirm',
  'claim-settle',
  'handover-answer',
  'certificate-verify',
  'facts-confirm',
  'registration-settle',
  'certificate-ends',
  'training-ends',
  'inspection-due',
  'handover-overdue',
  'data-mend',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
