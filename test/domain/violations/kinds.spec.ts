import { causeKey, recordCause } from '../../../src/domain/violations/cause-key';
import { missingField } from '../../../src/domain/violations/command-needs';
import { evidenceLines } from '../../../src/domain/violations/evidence-words';
import { seededBook } from '../rules/seeded-book';
import { graver, severityOf, type MajorHazards } from '../../../src/domain/violations/grade';
import { KINDS, kindOf } from '../../../src/domain/violations/violation-kinds';
import { supervisionTexts } from '../../../src/modules/supervision/supervision.texts';

describe('the cause that a violation is raised once for', () => {
  it.each([
    ['off-platform', { machineId: 'M', chipNo: 'C' }, 'off-platform:machine:M'],
    ['off-platform', { chipNo: 'C' }, 'off-platform:chip:C'],
    ['unregistered-machine', { chipNo: 'C', machineId: 'M' }, 'unregistered-machine:chip:C'],
    ['uncertified', { welderId: 'W', machineId: 'M' }, 'uncertified:welder:W'],
    ['uncertified', { machineId: 'M' }, 'uncertified:machine:M'],
    ['permit-overrun', { permitId: 'P', jobId: 'J' }, 'permit-overrun:permit:P'],
    ['remote-scan', { jobId: 'J', machineId: 'M' }, 'remote-scan:job:J'],
    ['other', { permitId: 'P' }, 'other:permit:P'],
  ] as const)('%s of %j: %s', (kind, of, expected) => expect(causeKey(kind, of)).toBe(expected));

  it('a finding about nothing is a fault', () => expect(() => causeKey('other', {})).toThrow());
  it('a person’s record stands for itself', () => expect(recordCause('V1')).toBe('record:V1'));
});

/** As it is in force since 2023-05-15. */
const MAJOR = seededBook.value<MajorHazards>('supervision.major-hazards', {}, Date.parse('2023-05-15T00:00:00+08:00'));

describe('how grave', () => {
  it('D33 before Order 10 nothing was a major hazard by rule', () => {
    const day = Date.parse('2023-05-15T00:00:00+08:00') - 1;
    expect(seededBook.value('supervision.major-hazards', {}, day)).toEqual({});
  });

  it.each([
    ['off-platform', 'alert', 'manufacturing', 1],
    ['no-permit', 'hazard', 'manufacturing', 2],
    ['other', 'offence', null, 3],
    // 工贸企业重大事故隐患判定标准 (Order 10)
    ['uncertified', 'hazard', 'manufacturing', 3],
    ['uncertified', 'hazard', 'construction', 2],
    ['uncertified', 'hazard', null, 2],
  ] as const)('%s as %s in %s: %i', (kind, grade, industry, expected) =>
    expect(severityOf(kind, grade, industry, MAJOR)).toBe(expected),
  );

  it.each([
    [1, 2],
    [2, 3],
    [3, 3],
  ] as const)('%i reopened: %i', (before, after) => expect(graver(before)).toBe(after));

  it('no kind is an offence by itself: that is a person’s finding', () => {
    for (const kind of KINDS) expect(['alert', 'hazard']).toContain(kindOf(kind).grade);
  });
});

describe('what a command cannot do without', () => {
  it.each([
    ['assign', {}, null],
    ['rectify', {}, 'note'],
    ['rectify', { note: ' ' }, 'note'],
    ['rectify', { note: '已整改' }, null],
    ['review', {}, null],
    ['close', {}, null],
    ['reopen', { note: 'x' }, 'reason'],
    ['reopen', { reason: '没有整改' }, null],
    ['withdraw', {}, 'reason'],
    ['withdraw', { reason: '误报' }, null],
  ] as const)('%s %j: %s', (command, form, expected) => expect(missingField(command, form)).toBe(expected));
});

describe('evidence in words', () => {
  const codes = (...of: Parameters<typeof evidenceLines>): string[] =>
    evidenceLines(...of).map(({ code }) => code.replace('violation.evidence.', ''));

  it.each([
    [
      'off-platform',
      { arcId: 'A', startedAt: '2026-11-24T02:00:00Z', peakA: 148.4, sustained: true },
      ['startedAt', 'peakA', 'sustained'],
    ],
    ['off-platform', { sustained: false, peakA: 0 }, ['spark']],
    ['no-permit', { reason: 'none' }, ['reason.no-permit.none']],
    ['uncertified', { reason: 'none' }, ['reason.uncertified.none']],
    ['uncertified', { reason: 'lost-while-working', until: 1_795_478_400_000 }, ['reason.lost-while-working', 'until']],
    ['permit-overrun', { limit: 'job', until: 1_795_478_400_000 }, ['limit.job', 'until']],
    ['chip-tampered', { reason: 'tamper-open', boot: 7, seq: 12 }, ['reason.tamper-open']],
    ['fire-watch-skipped', { fault: 'closed-early' }, ['fault.closed-early']],
    ['other', { startedAt: 'not a time', peakA: 'x', reason: 3 }, ['peakA']],
  ] as const)('%s %j', (kind, evidence, expected) => expect(codes(kind, evidence)).toEqual(expected));

  it('shows times as people in China read them', () =>
    expect(evidenceLines('off-platform', { startedAt: '2026-11-24T02:00:00Z' })[0]?.params).toEqual({
      time: '2026-11-24 10:00',
    }));

  it('has a text in both languages for each reason a detector gives', () => {
    const reasons = ['unbound', 'blocked', 'scrapped', 'lost', 'no-permit.none', 'uncertified.none', 'before-start', 'not-valid', 'lost-while-working',
      'tamper-open', 'digest-conflict', 'lower-boot', 'takeover', 'moved', 'mains-without-relay', 'silent']; // prettier-ignore
    for (const reason of reasons) {
      const text = supervisionTexts[`violation.evidence.reason.${reason}`];
      expect([reason, text?.zh.length, text?.en.length]).toEqual([reason, expect.any(Number), expect.any(Number)]);
    }
  });
});
