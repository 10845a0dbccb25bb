import { handoverLifeCycle, HANDOVER_COMMANDS, isOverdue, offerFault } from '../../../src/domain/registry/machine-handover'; // prettier-ignore

describe('a machine that is sold, rented out or lent', () => {
  it.each([
    ['sale', null, null],
    ['sale', '2026-12-31', 'handover.until-of-sale'],
    ['lease', null, 'handover.until-missing'],
    ['loan', '2026-12-01', null],
    ['loan', '2026-11-30', 'handover.until-before'],
  ] as const)('%s from 2026-12-01 until %s: %s', (kind, untilOn, fault) => {
    expect(offerFault({ kind, fromOn: '2026-12-01', untilOn })).toBe(fault);
  });

  const giver = { byGiver: true, byReceiver: false, byOfferer: true, begun: true };
  const receiver = { byGiver: false, byReceiver: true, byOfferer: false, begun: true };
  it.each([
    ['offered', 'lease', giver, ['withdraw']],
    ['offered', 'sale', receiver, ['confirm', 'refuse']],
    ['offered', 'sale', { ...receiver, byReceiver: false }, []],
    ['offered', 'loan', { ...receiver, byOfferer: true }, ['refuse']],
    ['offered', 'lease', { ...receiver, begun: false }, ['refuse']],
    ['confirmed', 'lease', giver, ['return']],
    ['confirmed', 'loan', receiver, []],
    ['confirmed', 'sale', giver, []],
    ['returned', 'lease', giver, []],
    ['refused', 'lease', receiver, []],
    ['withdrawn', 'lease', giver, []],
  ] as const)('%s, %s, by %j: %j', (state, kind, by, commands) => {
    expect(handoverLifeCycle.open({ state, kind, ...by })).toEqual(commands);
  });

  it('every command is somebody’s', () => {
    expect(handoverLifeCycle.commands).toEqual([...HANDOVER_COMMANDS]);
  });

  it.each([
    ['confirmed', '2026-12-01', '2026-12-01', false],
    ['confirmed', '2026-12-01', '2026-12-02', true],
    ['returned', '2026-12-01', '2026-12-02', false],
    ['confirmed', null, '2026-12-02', false],
  ] as const)('%s until %s is overdue on %s: %s', (state, untilOn, today, overdue) => {
    expect(isOverdue({ state: state, kind: 'loan', untilOn }, today)).toBe(overdue);
  });
});
