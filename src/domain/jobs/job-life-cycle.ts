import { LifeCycle } from '../../kernel/life-cycle';
import type { EndReason, JobState } from './job';

export type JobCommand = 'run' | 'finish' | 'stop' | 'fail';

interface JobSnapshot {
  readonly state: JobState;
}

/** A reservation holds welder and outlet until the chip has answered; only then is there power. */
export const jobLifeCycle = new LifeCycle<JobState, JobCommand, JobSnapshot, never>({
  run: { from: ['reserved'], to: 'running' },
  finish: { from: ['reserved', 'running'], to: 'finished' },
  stop: { from: ['reserved', 'running'], to: 'stopped' },
  fail: { from: ['reserved'], to: 'failed' },
});

/** By which command a reason ends a job: by the welder's wish, by order or rule, or because there never was power. */
const COMMANDS: Readonly<Record<EndReason, Exclude<JobCommand, 'run'>>> = {
  finished: 'finish',
  handover: 'finish',
  'no-answer': 'fail',
  'unlock-refused': 'fail',
  'stop-order': 'stop',
  tamper: 'stop',
  'chip-restarted': 'stop',
  'gas-test-failed': 'stop',
  'watcher-gone': 'stop',
  'permit-suspended': 'stop',
  'permit-closed': 'stop',
  'photo-doubted': 'stop',
  'machine-out': 'stop',
  'welder-suspended': 'stop',
  'certificate-revoked': 'stop',
  'permit-expired': 'stop',
  'certificate-expired': 'stop',
  'practice-over': 'stop',
  'raised-time': 'stop',
  'open-to-public': 'stop',
  'time-limit': 'stop',
  idle: 'stop',
  'second-job': 'stop',
  'chip-opened': 'stop',
};

const commandOf = (reason: EndReason): Exclude<JobCommand, 'run'> => COMMANDS[reason];

/** The state to which a reason leads; null if the job is already over. A running job stops, it does not fail. */
export function endedAs(state: JobState, reason: EndReason): JobState | null {
  const command = state === 'running' && commandOf(reason) === 'fail' ? 'stop' : commandOf(reason);
  const step = jobLifeCycle.step({ state }, command);
  return step.outcome === 'moved' ? step.to : null;
}
