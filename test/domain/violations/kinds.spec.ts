import { causeKey, recordCause } from '../../../src/domain/violations/cause-key';
import { missingField } from '../../../src/domain/violations/command-needs';
import { evidenceLines } from '../../../src/domain/violations/evidence/evidence-words';
import { seededBook } from '../rules/seeded-book';
import { graver, higherGrade, severityOf, type Severities } from '../../../src/domain/violations/grade';
import { majorBasisOf, type MajorHazardStandard } from '../../../src/domain/violations/major-hazard';
import { KINDS, kindOf, type ViolationKind } from '../../../src/domain/violations/violation-kinds';
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

const on = (date: string): number => Date.parse(`${date}T00:00:00+08:00`);
const SEVERITIES = seededBook.value<Severities>('supervision.severity', {}, on('2026-11-24'));

/** The document by which a finding is a major hazard on a day. */
const documentOf = (kind: ViolationKind, industry: string | null, date: string, placeKinds: string[] = []) =>
  majorBasisOf(
    kind,
    { industry, placeKinds },
    seededBook.value<MajorHazardStandard[]>('supervision.major-hazard-standards', {}, on(date)),
  )?.document ?? null;

describe('D14 what is a major hazard (重大事故隐患), by trade and day', () => {
  const [CHEMICAL, BUILDING, ORDER_10] = ['安监总管三〔2017〕121号', '建质规〔2022〕2号', '应急管理部令第10号'];
  it.each([
    ['uncertified', 'manufacturing', '2026-11-24', [], ORDER_10],
    ['uncertified', 'commerce', '2026-11-24', [], ORDER_10],
    ['uncertified', 'catering', '2026-11-24', [], ORDER_10],
    ['uncertified', 'manufacturing', '2023-05-15', [], ORDER_10],
    ['uncertified', 'manufacturing', '2023-05-14', [], null],
    // the Order names neither
    ['uncertified', 'repair', '2026-11-24', [], null],
    ['uncertified', 'other', '2026-11-24', [], null],
    ['uncertified', 'public', '2026-11-24', [], null],
    ['uncertified', null, '2026-11-24', [], null],
    ['uncertified', 'chemical', '2026-11-24', [], CHEMICAL],
    ['uncertified', 'chemical', '2017-11-13', [], CHEMICAL],
    ['uncertified', 'chemical', '2017-11-12', [], null],
    ['no-permit', 'chemical', '2026-11-24', [], CHEMICAL],
    ['no-permit', 'manufacturing', '2026-11-24', [], null],
    ['uncertified', 'construction', '2026-11-24', [], BUILDING],
    ['uncertified', 'construction', '2022-04-18', [], null],
    ['gas-test-missed', 'construction', '2026-11-24', ['confined-space'], BUILDING],
    ['gas-test-missed', 'construction', '2026-11-24', ['height'], null],
    ['gas-test-missed', 'manufacturing', '2026-11-24', ['confined-space'], ORDER_10],
    ['gas-test-missed', 'manufacturing', '2026-11-24', [], null],
    ['forged-certificate', 'manufacturing', '2026-11-24', [], ORDER_10],
    ['overlong', 'chemical', '2026-11-24', [], null],
  ] as const)('%s in %s on %s at %j: %s', (kind, industry, date, placeKinds, expected) =>
    expect(documentOf(kind, industry, date, [...placeKinds])).toBe(expected),
  );
});

describe('how grave', () => {
  it.each([
    ['off-platform', 'alert', false, 1],
    ['no-permit', 'hazard', false, 2],
    // D34 an offence is not grave by being one
    ['no-permit', 'offence', false, 2],
    ['other', 'offence', false, 2],
    ['off-platform', 'offence', false, 2],
    ['uncertified', 'hazard', true, 3],
    ['uncertified', 'hazard', false, 2],
    ['off-platform', 'alert', true, 3],
  ] as const)('%s as %s, major hazard %s: %i', (kind, grade, major, expected) =>
    expect(severityOf(kind, grade, major, SEVERITIES)).toBe(expected),
  );

  it('a rule may say more of a kind, and nothing of another', () => {
    expect(severityOf('no-permit', 'hazard', false, { 'no-permit': 3 })).toBe(3);
    expect(severityOf('overlong', 'alert', false, {})).toBe(1);
  });

  it.each([
    ['alert', 'hazard'],
    ['hazard', 'offence'],
    ['offence', 'offence'],
  ] as const)('%s reopened: %s', (before, after) => expect(higherGrade(before)).toBe(after));

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
    const reasons = ['unbound', 'blocked', 'scrapped', 'lost', 'no-permit.none', 'uncertified.none', 'before-start', 'not-valid', 'lost-while-working', 'forged', 'card-forged',
      'tamper-open', 'digest-conflict', 'lower-boot', 'takeover', 'moved', 'mains-without-relay', 'silent']; // prettier-ignore
    for (const reason of reasons) {
      const text = supervisionTexts[`violation.evidence.reason.${reason}`];
      expect([reason, text?.zh.length, text?.en.length]).toEqual([reason, expect.any(Number), expect.any(Number)]);
    }
  });
});
