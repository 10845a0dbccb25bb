import type { Permit } from '../../../src/domain/permits/permit';
import { recordsMissing } from '../../../src/domain/permits/paper-records';
import { permitLifeCycle, type PermitStep } from '../../../src/domain/permits/permit-life-cycle';
import { PermitRules } from '../../../src/domain/permits/permit-rules';
import { MINUTE } from '../../../src/kernel/time';
import { inState, people, snapshot, type PersonName } from './permit-facts';
import { RuleBook } from '../../../src/domain/rules/rule-book';
import { seededBook, seededVersions } from '../rules/seeded-book';

const ISSUED = Date.parse('2026-12-01T09:00:00+08:00');
const NOW = ISSUED + 30 * MINUTE;
const FORM_FROM = Date.parse('2026-11-27T00:00:00+08:00');

/** As in a county where nothing burns before the form is complete. */
const holding = new RuleBook(
  seededVersions.map((row) => (row.key === 'permit.records-hold-start' ? { ...row, value: true } : row)),
  'holding',
);

const rulesAt = (at: number, subject: { regime?: string; level?: string } = {}): PermitRules =>
  new PermitRules(holding, { regime: 'chemical', level: 'first', regionCode: '411003', ...subject }, at);

const record = (kind: Permit['records'][number]['kind'], who: PersonName, round = 1) => {
  const person = people[who];
  return { kind, round, userId: person.kind === 'user' ? person.userId : '', at: NOW - MINUTE };
};

/** A chemical permit that is ready for work but for what the form asks beside it. */
const ready = (change: Partial<Permit> = {}): Permit =>
  inState('issued', {
    regime: 'chemical',
    level: 'first',
    proposedLevel: 'first',
    plannedStart: NOW,
    plannedEnd: NOW + 240 * MINUTE,
    issuedAt: ISSUED,
    watchOnAt: NOW - 5 * MINUTE,
    tappedAt: NOW - 5 * MINUTE,
    gases: ['methane'],
    lastGasTest: { sampledAt: NOW - 5 * MINUTE, passed: true },
    ...change,
  });

const tried = (step: PermitStep, permit: Permit, who: PersonName, rules = rulesAt(NOW)) =>
  permitLifeCycle.step(snapshot(permit, people[who], { rules, at: NOW }), step);

const codes = (step: PermitStep, permit: Permit, who: PersonName, rules = rulesAt(NOW)): string[] => {
  const outcome = tried(step, permit, who, rules);
  return outcome.outcome === 'refused' ? outcome.reasons.map(({ code }) => code) : [outcome.outcome];
};

describe('D19 a chemical permit starts when the form of the standard is complete', () => {
  it('as it ships, what lacks is shown and holds nobody up', () => {
    const rules = new PermitRules(seededBook, { regime: 'chemical', level: 'first', regionCode: '411003' }, NOW);
    expect(codes('start', ready(), 'watcher', rules)).toEqual(['moved']);
    expect(recordsMissing(ready(), rules)).toEqual([
      'permit.briefing-missing',
      'permit.briefing-not-received',
      'permit.shift-check-missing',
    ]);
  });

  const briefed = [record('briefing', 'manager'), record('briefing-received', 'welder')];
  const all = [...briefed, record('shift-check', 'head')];

  it.each<[string, Partial<Permit>, string[]]>([
    ['nothing', {}, ['permit.briefing-missing', 'permit.briefing-not-received', 'permit.shift-check-missing']],
    ['a briefing alone', { records: [briefed[0]!] }, ['permit.briefing-not-received', 'permit.shift-check-missing']],
    ['a briefing given and received', { records: briefed }, ['permit.shift-check-missing']],
    ['the shift leader’s check too', { records: all }, ['moved']],
    ['records of an earlier submission', { round: 2, records: all }, ['permit.briefing-missing', 'permit.briefing-not-received', 'permit.shift-check-missing']],
    ['another’s opinion as work leader missing', { records: all, workLeaderId: people.manager.userId }, ['permit.work-leader-opinion-missing']],
    ['that opinion given', { records: [...all, record('work-leader-opinion', 'manager')], workLeaderId: people.manager.userId }, ['moved']],
    ['the applicant as work leader, who gave an opinion by applying', { records: all, workLeaderId: people.applicant.userId }, ['moved']],
  ])('with %s', (_, change, expected) => {
    expect(codes('start', ready(change), 'watcher')).toEqual(expected);
  }); // prettier-ignore

  it('an extension that took running work over asks for them before it is resumed', () => {
    const suspended = ready({ state: 'suspended', startedAt: NOW - 20 * MINUTE });
    expect(codes('resume', suspended, 'safety')).toContain('permit.shift-check-missing');
    expect(codes('resume', { ...suspended, records: all }, 'safety')).toEqual(['moved']);
  });

  it.each(['general', 'construction', 'small'])('%s asks for none of them', (regime) => {
    expect(rulesAt(NOW, { regime, level: '' }).paper.requiredRecords).toEqual([]);
  });

  it.each([
    ['one ms before the day of the rule', FORM_FROM - 1, 0],
    ['on that day', FORM_FROM, 4],
  ])('a permit issued %s', (_, issuedAt, count) => {
    expect(rulesAt(issuedAt).paper.requiredRecords).toHaveLength(count);
  });
});

describe('D19 who records what', () => {
  const briefed = [record('briefing', 'manager')];
  it.each<[PermitStep, PersonName, Partial<Permit>, string]>([
    ['work-leader-opinion', 'manager', { workLeaderId: people.manager.userId }, 'moved'],
    ['work-leader-opinion', 'head', { workLeaderId: people.manager.userId }, 'permit.work-leader-only'],
    ['work-leader-opinion', 'applicant', { workLeaderId: people.applicant.userId }, 'permit.record-not-asked'],
    ['work-leader-opinion', 'applicant', {}, 'permit.record-not-asked'],
    ['briefing', 'manager', {}, 'moved'],
    ['briefing', 'applicant', {}, 'moved'],
    ['briefing', 'welder', {}, 'permit.briefer-only'],
    ['briefing', 'stranger', {}, 'permit.briefer-only'],
    ['briefing', 'manager', { records: briefed }, 'permit.recorded-already'],
    ['briefing-received', 'welder', { records: briefed }, 'moved'],
    ['briefing-received', 'watcher', { records: briefed }, 'moved'],
    ['briefing-received', 'welder', {}, 'permit.briefing-missing'],
    ['briefing-received', 'head', { records: briefed }, 'permit.briefed-only'],
    ['briefing-received', 'watcher', { records: [record('briefing', 'watcher')] }, 'permit.own-briefing'],
    ['shift-check', 'head', {}, 'moved'],
    ['shift-check', 'applicant', {}, 'permit.own-application'],
    ['shift-check', 'watcher', {}, 'permit.shift-leader-only'],
    ['shift-check', 'stranger', {}, 'permit.shift-leader-only'],
    ['shift-check', 'stranger', { occupierEnterpriseId: 'E2' }, 'moved'],
    ['shift-check', 'head', { occupierEnterpriseId: 'E2' }, 'permit.shift-leader-only'],
  ])('%s by the %s with %j: %s', (step, who, change, expected) => {
    expect(codes(step, ready(change), who)[0]).toBe(expected);
  });

  it('where the rule asks for none they are not open', () => {
    const general = ready({ regime: 'general', level: 'ordinary' });
    expect(codes('briefing', general, 'manager', rulesAt(NOW, { regime: 'general', level: 'ordinary' }))).toEqual([
      'permit.record-not-asked',
    ]);
  });
});

describe('D19 the checklist differs by level', () => {
  const measures = (level: string, at = NOW) => rulesAt(at, { level }).measures;
  const named = (level: string, at = NOW): string[] => measures(level, at).map(({ code }) => code);

  it.each([
    ['lining-isolated', '5.2.5'],
    ['railway-watched', '5.2.10'],
    ['dust-controlled', '5.2.16'],
    ['hazards-analysed', '12'],
    ['other-tickets-and-cordon', '15'],
    ['sampling-representative', '5.3.1'],
  ])('every level: %s, by its clause %s', (code, clause) => {
    for (const level of ['special', 'first', 'second'])
      expect(measures(level).find((one) => one.code === code)?.source).toContain(clause);
  });

  it('special level beside them: recording, plan, positive pressure, steady operation, continuous measuring', () => {
    const only = named('special').filter((code) => !named('first').includes(code));
    expect(only).toEqual([
      'detector-continuous',
      'work-recorded',
      'work-plan-made',
      'positive-pressure',
      'operation-steady',
    ]);
    expect(named('first')).toEqual(named('second'));
    expect(measures('special').find(({ code }) => code === 'work-recorded')?.source).toContain('5.2.11');
    expect(measures('special').find(({ code }) => code === 'positive-pressure')?.source).toContain('5.4.2');
  });

  it('what the standard gives no figure for says so', () => {
    for (const code of ['drains-covered', 'combustibles-cleared'])
      expect(measures('first').find((one) => one.code === code)?.source).toContain('平台');
  });

  it('a permit issued the day before keeps its list', () => {
    expect(named('special', FORM_FROM - 1)).not.toContain('work-recorded');
    expect(named('special', FORM_FROM - 1)).toEqual(named('first', FORM_FROM - 1));
  });

  it('each code stands once', () => {
    for (const level of ['special', 'first']) expect(new Set(named(level)).size).toBe(named(level).length);
  });
});
