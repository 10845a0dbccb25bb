import {
  suspendedUntil,
  suspensionFault,
  suspensionLifeCycle,
  type SuspensionSnapshot,
} from '../../../src/domain/registry/suspension';
import { shanghaiMidnight } from '../../../src/kernel/time';

const snapshot: SuspensionSnapshot = {
  state: 'running',
  byWelder: false,
  byOfficial: false,
  bySuspender: false,
  appealedBefore: false,
  appealOver: false,
};
const open = (change: Partial<SuspensionSnapshot>): string[] => suspensionLifeCycle.open({ ...snapshot, ...change });

describe('a suspended welder appeals once, and another official answers', () => {
  it.each<[string, Partial<SuspensionSnapshot>, string[]]>([
    ['the welder', { byWelder: true }, ['appeal']],
    ['the welder, who appealed before', { byWelder: true, appealedBefore: true }, []],
    ['the welder, too late', { byWelder: true, appealOver: true }, []],
    ['their employer', {}, []],
    ['who suspended', { byOfficial: true, bySuspender: true }, ['lift']],
    ['another official', { byOfficial: true }, ['lift']],
    ['who suspended, of an appeal', { state: 'appealed', byOfficial: true, bySuspender: true }, []],
    ['another official, of an appeal', { state: 'appealed', byOfficial: true }, ['grant', 'reject']],
    ['the welder, while the appeal waits', { state: 'appealed', byWelder: true }, []],
    ['an official, once it is lifted', { state: 'lifted', byOfficial: true }, []],
    ['an official, once it is over', { state: 'ended', byOfficial: true }, []],
  ])('%s', (_, change, expected) => expect(open(change)).toEqual(expected));
});

describe('a suspension has an end', () => {
  const rule = { longestDays: 30, appealDays: 60, answerDays: 15 };
  const at = shanghaiMidnight('2026-11-24') + 10 * 3_600_000;
  it.each([
    ['yesterday', '2026-11-23', 'suspension.until-past'],
    ['today', '2026-11-24', null],
    ['the thirtieth day', '2026-12-23', null],
    ['the day after', '2026-12-24', 'suspension.until-too-far'],
  ])('%s', (_, untilOn, fault) => expect(suspensionFault(untilOn, rule, at)).toBe(fault));

  it('the last day is whole', () => expect(suspendedUntil('2026-11-24')).toBe(shanghaiMidnight('2026-11-25')));
});
