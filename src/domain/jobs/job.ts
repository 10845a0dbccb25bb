/** One welder, one outlet of one machine, one place, one permit or designated area. */
export const JOB_STATES = ['reserved', 'running', 'finished', 'stopped', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Why a job is over. Which of them are the welder's own wish and which failures is in the life cycle's table. */
export const END_REASONS = [
  'finished', 'handover',
  'stop-order', 'tamper', 'chip-restarted', 'gas-test-failed', 'watcher-gone', 'permit-suspended', 'permit-closed',
  'photo-doubted', 'machine-out', 'welder-suspended', 'certificate-revoked', 'permit-expired', 'certificate-expired', 'practice-over', 'raised-time', 'open-to-public', 'time-limit', 'idle', 'second-job', 'chip-opened',
  'no-answer', 'unlock-refused',
] as const; // prettier-ignore
export type EndReason = (typeof END_REASONS)[number];

export type JobSource = 'online' | 'offline' | 'paper';
