/** What may wait for somebody in the morning (今日要办). A new one also needs its words, its pages and a source. */
export const TASK_KINDS = [
  'case-put-right',
  'case-assign',
  'case-review',
  'case-receive',
  'stop-decide',
  'permit-sign',
  'photo-check',
  'workshop-confirm',
  'site-confirm',
  'seat-confirm',
  'claim-settle',
  'certificate-verify',
  'facts-confirm',
  'certificate-ends',
  'certificates-ending',
  'training-ends',
  'inspection-due',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
