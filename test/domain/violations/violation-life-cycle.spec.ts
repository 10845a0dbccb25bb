import {
  isOpen,
  VIOLATION_COMMANDS,
  violationLifeCycle,
  type Handler,
  type ViolationSnapshot,
} from '../../../src/domain/violations/violation-life-cycle';
import { VIOLATION_STATES } from '../../../src/domain/violations/violation-kinds';

const inspector: Handler = { userId: 'U1', official: true, regulator: false, enterpriseId: null };
const regulator: Handler = { userId: 'U2', official: true, regulator: true, enterpriseId: null };
const safety: Handler = { userId: 'U3', official: false, regulator: false, enterpriseId: 'E1' };
const foreign: Handler = { userId: 'U4', official: false, regulator: false, enterpriseId: 'E2' };

const violation = (change: Partial<ViolationSnapshot>): ViolationSnapshot => ({
  kind: 'off-platform',
  state: 'open',
  enterpriseId: 'E1',
  assignedTo: null,
  assignedEnterprise: null,
  majorHazard: false,
  listed: false,
  supervised: false,
  handedOver: false,
  rectifiers: [],
  by: inspector,
  ...change,
});

describe('the loop of a violation (闭环销号)', () => {
  it('reaches every state, names every command, and leaves no open state without a way out', () => {
    const { table } = violationLifeCycle;
    const reached = new Set([
      'open',
      ...VIOLATION_COMMANDS.map((command) => table[command].to).filter((to) => typeof to === 'string'),
    ]);
    expect([...reached].sort()).toEqual([...VIOLATION_STATES].sort());
    for (const state of VIOLATION_STATES.filter(isOpen)) expect(violationLifeCycle.named(state)).not.toEqual([]);
    expect(violationLifeCycle.named('withdrawn')).toEqual([]);
  });

  it.each([
    ['an official', 'open', inspector, ['assign', 'withdraw']],
    ['an official', 'assigned', inspector, ['reassign', 'rectify', 'withdraw']],
    ['an official', 'rectifying', inspector, ['reassign', 'rectify', 'review', 'withdraw']],
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
    const nobody: Handler = { userId: 'U5', official: false, regulator: false, enterpriseId: null };
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

  it('the enterprise that it was given to may put it right, though it was found at another', () => {
    const given = violation({ state: 'assigned', by: foreign, assignedEnterprise: 'E2' });
    expect(violationLifeCycle.open(given)).toEqual(['rectify']);
  });
});

describe('a major hazard (重大事故隐患): 挂牌, 督办, 销号', () => {
  const major = (change: Partial<ViolationSnapshot>) => violation({ kind: 'uncertified', majorHazard: true, by: regulator, ...change }); // prettier-ignore

  it.each([
    ['open, by a regulator', {}, ['assign', 'withdraw', 'list', 'hand-over']],
    ['listed', { listed: true }, ['assign', 'withdraw', 'supervise', 'hand-over']],
    ['listed and supervised', { listed: true, supervised: true }, ['assign', 'withdraw', 'hand-over']],
    ['handed over too', { listed: true, supervised: true, handedOver: true }, ['assign', 'withdraw']],
    ['by an inspector', { by: inspector }, ['assign', 'withdraw']],
    ['looked at again, not listed', { state: 'review' }, ['reopen', 'withdraw', 'list', 'hand-over']],
    ['looked at again, followed', { state: 'review', listed: true, supervised: true }, ['close', 'reopen', 'withdraw', 'hand-over']],
    ['closed', { state: 'closed', listed: true, supervised: true }, ['reopen', 'hand-over']],
  ] as const)('%s: the open commands', (_, change, commands) =>
    expect(violationLifeCycle.open(major(change))).toEqual(commands),
  ); // prettier-ignore

  it.each([
    ['not listed', { state: 'review' }, 'close', ['violation.major-not-followed']],
    ['by an inspector', { state: 'review', listed: true, supervised: true, by: inspector }, 'close', ['violation.regulators-only']],
    ['no major hazard', { majorHazard: false }, 'list', ['violation.not-major']],
    ['an alert that is no clue', { kind: 'overlong' }, 'hand-over', ['violation.no-clue']],
  ] as const)('%s: refused', (_, change, command, reasons) =>
    expect(violationLifeCycle.step(major(change), command)).toEqual({ outcome: 'refused', reasons }),
  ); // prettier-ignore

  it('stays where it is in the loop', () => {
    for (const state of ['open', 'assigned', 'rectifying', 'review'] as const)
      expect(violationLifeCycle.step(major({ state }), 'list')).toEqual({ outcome: 'moved', to: state });
  });
});
