import {
  ERASURE_OBSTACLES,
  erasureLifeCycle,
  erasureStanding,
  mayErase,
  pseudonymOf,
  type ErasureFacts,
  type ErasureSnapshot,
} from '../../../src/domain/privacy/erasure';
import { DAY } from '../../../src/kernel/time';

const T0 = Date.parse('2026-11-24T02:00:00Z');
const nothing = Object.fromEntries(ERASURE_OBSTACLES.map((one) => [one, 0])) as Omit<ErasureFacts, 'lastWorkAt'>;
const facts: ErasureFacts = { ...nothing, lastWorkAt: null };

describe('who is forgotten, and when', () => {
  it.each<[string, Partial<ErasureFacts>, boolean]>([
    ['never worked', {}, true],
    ['a year after the last work', { lastWorkAt: T0 - 365 * DAY }, true],
    ['a ms less', { lastWorkAt: T0 - 365 * DAY + 1 }, false],
    ...ERASURE_OBSTACLES.map((one): [string, Partial<ErasureFacts>, boolean] => [one, { [one]: 1 }, false]),
  ])('%s', (_, change, expected) => expect(mayErase(erasureStanding({ ...facts, ...change }, 365, T0))).toBe(expected));
});

describe('an official who did not ask decides', () => {
  const asked: ErasureSnapshot = { state: 'asked', obstacles: [], keptUntil: null, byOfficial: false, byAsker: false };
  it.each<[string, Partial<ErasureSnapshot>, string[]]>([
    ['the person', { byAsker: true }, ['withdraw']],
    ['an official', { byOfficial: true }, ['approve', 'refuse']],
    ['an official who wrote it down', { byOfficial: true, byAsker: true }, ['withdraw']],
    ['an official, while a case is open', { byOfficial: true, obstacles: ['open-case'] }, ['refuse']],
    ['an official, while the law keeps names', { byOfficial: true, keptUntil: T0 }, ['approve', 'refuse']],
    ['anybody else', {}, []],
    ['once it is approved', { state: 'approved', byOfficial: true, byAsker: true }, []],
    ['once it is done', { state: 'done', byOfficial: true }, []],
  ])('%s', (_, change, expected) => expect(erasureLifeCycle.open({ ...asked, ...change })).toEqual(expected));
});

it('a pseudonym holds nothing of the person', () =>
  expect(pseudonymOf('01M85MG2804KN83Z3AW0CXBHZ0')).toBe('已注销人员CXBHZ0'));
