import { END_REASONS, JOB_STATES } from '../../../src/domain/jobs/job';
import { endedAs, jobLifeCycle } from '../../../src/domain/jobs/job-life-cycle';

describe('the life of a job', () => {
  it('reaches every state, and leaves none that is final', () => {
    const reached = new Set(['reserved', ...jobLifeCycle.commands.map((command) => jobLifeCycle.table[command].to)]);
    expect([...reached].sort()).toEqual([...JOB_STATES].sort());
    for (const state of ['finished', 'stopped', 'failed'] as const) expect(jobLifeCycle.named(state)).toEqual([]);
  });

  it.each(END_REASONS)('%s ends a reserved and a running job, and none that is over', (reason) => {
    expect(endedAs('reserved', reason)).not.toBeNull();
    expect(['finished', 'stopped']).toContain(endedAs('running', reason));
    expect(endedAs('finished', reason)).toBeNull();
  });

  it.each([
    ['finished', 'running', 'finished'],
    ['handover', 'running', 'finished'],
    ['stop-order', 'running', 'stopped'],
    ['idle', 'running', 'stopped'],
    ['no-answer', 'reserved', 'failed'],
    ['no-answer', 'running', 'stopped'],
    ['unlock-refused', 'reserved', 'failed'],
    ['tamper', 'reserved', 'stopped'],
  ] as const)('%s: %s → %s', (reason, from, to) => expect(endedAs(from, reason)).toBe(to));
});
