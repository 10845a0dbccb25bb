import {
  isOpen,
  VIOLATION_COMMANDS,
  VIOLATION_STATES,
  violationLifeCycle,
  type Handler,
  type ViolationSnapshot,
} from '../../../src/domain/violations/violation-life-cycle';

const inspector: Handler = { userId: 'U1', official: true, enterpriseId: null };
const regulator: Handler = { userId: 'U2', official: true, enterpriseId: null };
const safety: Handler = { userId: 'U3', official: false, enterpriseId: 'E1' };
const foreign: Handler = { userId: 'U4', official: false, enterpriseId: 'E2' };

const violation = (change: Partial<ViolationSnapshot>): ViolationSnapshot => ({
  state: 'open',
  enterpriseId: 'E1',
  assignedTo: null,
  rectifiers: [],
  by: inspector,
  ...change,
});

describe('the loop of a violation (闭环销号)', () => {
  it('reaches every state, names every command, and leaves no open state without a way out', () => {
    const { table } = violationLifeCycle;
    const reached = new Set(['open', ...VIOLATION_COMMANDS.map((command) => table[command].to as string)]);
    expect([...reached].sort()).toEqual([...VIOLATION_STATES].sort());
    for (const state of VIOLATION_STATES.filter(isOpen)) expect(violationLifeCycle.named(state)).not.toEqual([]);
    expect(violationLifeCycle.named('withdrawn')).toEqual([]);
  });

  it.each([
    ['an official', 'open', inspector, ['assign', 'withdraw']],
    ['an official', 'assigned', inspector, ['assign', 'rectify', 'withdraw']],
    ['an official', 'rectifying', inspector, ['rectify', 'review', 'withdraw']],
    ['an official', 'review', inspector, ['close', 'reopen', 'withdraw']],
    ['an official', 'closed', inspector, ['reopen']],
    ['an official', 'withdrawn', inspector, []],
    ['its enterprise', 'open', safety, []],
    ['its enterprise', 'assigned', safety, ['rectify']],
    ['its enterprise', 'rectifying', safety, ['rectify']],
    ['its enterprise', 'review', safety, []],
    ['its enterprise', 'closed', safety, []],
    ['another enterprise', 'assigned', foreign, []],
  ] as const)('%s, %s: the open commands', (_, state, by, commands) => {
    expect(violationLifeCycle.open(violation({ state, by }))).toEqual(commands);
  });

  it('whoever it was given to may put it right, of whatever enterprise', () => {
    expect(violationLifeCycle.open(violation({ state: 'assigned', by: foreign, assignedTo: 'U4' }))).toEqual([
      'rectify',
    ]);
  });

  it('without an enterprise, nobody of "no enterprise" slips in', () => {
    const nobody: Handler = { userId: 'U5', official: false, enterpriseId: null };
    const step = violationLifeCycle.step(violation({ state: 'assigned', enterpriseId: null, by: nobody }), 'rectify');
    expect(step).toEqual({ outcome: 'refused', reasons: ['violation.not-yours-to-rectify'] });
  });

  it.each(['review', 'close', 'reopen'] as const)('who ever rectified never may %s, others may', (command) => {
    const state = command === 'review' ? 'rectifying' : 'review';
    const rectifiers = ['U1', 'U3'];
    expect(violationLifeCycle.step(violation({ state, rectifiers }), command)).toEqual({
      outcome: 'refused',
      reasons: ['violation.rectifier-may-not-review'],
    });
    expect(violationLifeCycle.step(violation({ state, rectifiers, by: regulator }), command).outcome).toBe('moved');
  });
});
