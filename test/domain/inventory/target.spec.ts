import { expectedOn, progressOf, targetFault, type Target } from '../../../src/domain/inventory/target';

/** 800 machines by 12-20; 200 were there on 12-01, so thirty a day. */
const TARGET: Target = {
  kind: 'machines-registered', userId: null, goal: 800, baseline: 200, startOn: '2026-12-01', dueOn: '2026-12-20',
}; // prettier-ignore

describe('what a day should bring', () => {
  it.each([
    ['2026-11-30', 200],
    ['2026-12-01', 230],
    ['2026-12-10', 500],
    ['2026-12-19', 770],
    ['2026-12-20', 800],
    ['2027-01-05', 800],
  ])('at the end of %s: %s', (day, expected) => {
    expect(expectedOn(TARGET, day)).toBe(expected);
  });

  it('is whole things, rounded down', () => {
    expect(expectedOn({ ...TARGET, goal: 207 }, '2026-12-01')).toBe(200);
    expect(expectedOn({ ...TARGET, goal: 207 }, '2026-12-03')).toBe(201);
  });
});

describe('how far a target is', () => {
  it.each([
    ['on the first day nobody is behind', 200, '2026-12-01', { state: 'on-time', behind: 0, expected: 200, left: 600, perDay: 30 }],
    ['as many as yesterday asked for', 500, '2026-12-11', { state: 'on-time', behind: 0, left: 300, perDay: 30 }],
    ['one fewer', 499, '2026-12-11', { state: 'behind', behind: 1, left: 301, perDay: 31 }],
    ['behind by 40', 460, '2026-12-11', { state: 'behind', behind: 40, expected: 500, perDay: 34 }],
    ['on the last day', 770, '2026-12-20', { state: 'on-time', behind: 0, left: 30, perDay: 30 }],
    ['the day after', 799, '2026-12-21', { state: 'missed', behind: 1, left: 1, perDay: null }],
    ['reached, late or not', 800, '2026-12-21', { state: 'reached', behind: 0, left: 0, perDay: null }],
    ['more than asked for', 900, '2026-12-05', { state: 'reached', behind: 0, left: 0, perDay: 0 }],
  ] as const)('%s', (_, now, today, expected) => {
    expect(progressOf(TARGET, now, today)).toMatchObject(expected);
  }); // prettier-ignore
});

describe('a target is refused', () => {
  it.each([
    [{}, null],
    [{ goal: 200 }, 'target.reached-already'],
    [{ goal: 201 }, null],
    [{ dueOn: '2026-12-01' }, null],
    [{ dueOn: '2026-11-30' }, 'target.due-over'],
    [{ userId: 'zhang' }, null],
    [{ userId: 'zhang', kind: 'chips-fitted' }, 'target.not-of-a-person'],
    [{ userId: 'zhang', kind: 'welders-registered' }, null],
  ] as const)('%j: %s', (change, fault) => {
    expect(targetFault({ ...TARGET, ...change })).toBe(fault);
  });
});
