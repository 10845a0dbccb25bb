import { agreementOn, contractorStanding, contractStateOn, faultOfDates } from '../../../src/domain/contracts/contract';
import { dueOnOf, monthsAfter, monthsFor, periodAround, type SelfCheckCadence } from '../../../src/domain/self-checks/cadence'; // prettier-ignore
import { faultOfDrill } from '../../../src/domain/self-checks/drill';
import { openReportCommands, type ReportSnapshot } from '../../../src/domain/self-checks/internal-report';
import {
  failuresOf,
  faultOfAnswers,
  faultOfSigning,
  maySignSelfCheck,
  stateOfSelfCheck,
  type CheckItem,
} from '../../../src/domain/self-checks/self-check';
import { faultOfDecision } from '../../../src/domain/tips/decide-reward';
import { seededBook } from '../rules/seeded-book';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const NOW = at('2026-11-28T16:00:00');
const book = seededBook;
const cadence = book.value<SelfCheckCadence>('self-check.cadence', { regionCode: '411003' }, NOW);

describe('企业自查 is due every quarter, in dangerous trades every month', () => {
  it.each([
    ['manufacturing', '2026-10-01', '2026-12-31'],
    ['catering', '2026-10-01', '2026-12-31'],
    ['chemical', '2026-11-01', '2026-11-30'],
    ['construction', '2026-11-01', '2026-11-30'],
  ] as const)('%s: %s – %s', (industry, from, to) => {
    expect(periodAround(monthsFor(industry, cadence), NOW)).toEqual({ from, to });
  });

  it.each([
    ['the first millisecond of a quarter in China', 3, '2026-10-01T00:00:00.000', '2026-10-01'],
    ['one millisecond before', 3, '2026-09-30T23:59:59.999', '2026-07-01'],
    ['a leap February', 1, '2028-02-29T23:59:59.999', '2028-02-01'],
    ['five months: the last of a year is shorter', 5, '2026-12-31T12:00:00', '2026-11-01'],
  ])('%s', (_, months, moment, from) => expect(periodAround(months, at(moment)).from).toBe(from));

  it.each([
    ['opened at the beginning: the end of the period', '2026-10-01T08:00:00', '2026-12-31'],
    ['opened a fortnight before the end', '2026-12-17T08:00:00', '2026-12-31'],
    ['opened later: a fortnight all the same', '2026-12-18T08:00:00', '2027-01-01'],
  ])('%s', (_, opened, due) => {
    expect(dueOnOf({ from: '2026-10-01', to: '2026-12-31' }, cadence, at(opened))).toBe(due);
  });

  it.each([
    ['signed', true, '2026-01-01', 'signed'],
    ['on the due day', false, '2026-11-28', 'due'],
    ['the day after', false, '2026-11-27', 'overdue'],
  ] as const)('%s', (_, signed, due, state) => expect(stateOfSelfCheck(signed, due, '2026-11-28')).toBe(state));
});

describe('the principal signs when every item has an answer', () => {
  const items: CheckItem[] = [
    { code: 'a', zh: '甲', en: 'A', kind: 'other' },
    { code: 'b', zh: '乙', en: 'B', kind: 'uncertified' },
  ];
  const yes = { code: 'a', answer: 'yes', note: null } as const;
  it.each([
    ['an item of no list', [{ ...yes, code: 'z' }], 'self-check.item-unknown'],
    ['not in order without a word', [{ ...yes, answer: 'no' as const }], 'self-check.note-missing'],
    ['one item open', [yes], 'self-check.item-open'],
    ['whole', [yes, { code: 'b', answer: 'no' as const, note: '证书过期' }], null],
    ['nothing applies', [yes, { code: 'b', answer: 'not-applicable' as const, note: null }], null],
  ])('%s', (_, answers, fault) => expect(faultOfSigning(items, answers)?.fault ?? null).toBe(fault));

  it('what is open may be ticked later; what fails is a hazard of its kind', () => {
    expect(faultOfAnswers(items, [yes])).toBeNull();
    const failed = failuresOf(items, [yes, { code: 'b', answer: 'no', note: '证书过期' }]);
    expect(failed.map(({ item }) => item.kind)).toEqual(['uncertified']);
  });

  it.each([
    [['enterprise-head'], true, true],
    [['enterprise-manager'], true, false],
    [['enterprise-manager'], false, true],
    [['safety-officer'], false, false],
    [['admin'], false, false],
  ])('%s, a head in the firm %s: signs %s', (roles, hasHead, signs) =>
    expect(maySignSelfCheck({ roles }, hasHead)).toBe(signs),
  );
});

describe('演练', () => {
  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-11-28', 12, '2027-11-28'],
    ['2026-12-31', 1, '2027-01-31'],
  ])('%s and %i months: %s', (held, months, next) => expect(monthsAfter(held, months)).toBe(next));

  it.each([
    ['today', '2026-11-28', '', '', null],
    ['tomorrow', '2026-11-29', '', '', 'drill.in-future'],
    ['three years ago to the day', '2023-11-28', '', '', null],
    ['a day more', '2023-11-27', '', '', 'drill.too-old'],
    ['a shortcoming alone', '2026-11-28', '通道堵塞', '', 'drill.remedies-missing'],
    ['with its remedy', '2026-11-28', '通道堵塞', '已清理', null],
  ])('%s', (_, heldOn, shortcomings, remedies, fault) =>
    expect(faultOfDrill({ heldOn, shortcomings, remedies }, NOW)?.fault ?? null).toBe(fault),
  );
});

describe('员工内部报告: two people record a reward, and no reporter settles their own report', () => {
  const open: ReportSnapshot = {
    ...{ state: 'open', outcome: null, reward: null, byReporter: false, answers: true, leads: true, userId: 'me' },
  };
  const answered = { ...open, state: 'answered', outcome: 'true' } as const;
  const reward = (state: 'proposed' | 'approved' | 'refused' | 'paid', proposedBy = 'other') => ({ state, proposedBy });
  it.each<[string, ReportSnapshot, string[]]>([
    ['open', open, ['answer']],
    ['open, by a colleague without a seat', { ...open, answers: false, leads: false }, []],
    ['open, one’s own', { ...open, byReporter: true }, []],
    ['true', answered, ['propose']],
    ['not true', { ...answered, outcome: 'not' }, []],
    ['proposed by another', { ...answered, reward: reward('proposed') }, ['approve', 'refuse']],
    ['proposed by oneself', { ...answered, reward: reward('proposed', 'me') }, []],
    ['proposed, and the leader reported', { ...answered, byReporter: true, reward: reward('proposed') }, []],
    ['refused: another may be proposed', { ...answered, reward: reward('refused') }, ['propose']],
    ['approved', { ...answered, reward: reward('approved') }, []],
    ['approved, for the reporter', { ...answered, byReporter: true, reward: reward('approved') }, ['receive']],
    ['paid', { ...answered, byReporter: true, reward: reward('paid') }, []],
  ])('%s', (_, report, commands) => expect(openReportCommands(report)).toEqual(commands));

  it.each([
    ['proposed', 'other', null],
    ['proposed', 'me', 'own'],
    ['approved', 'other', 'settled'],
  ] as const)('a reward that is %s by %s: %s', (state, proposedBy, fault) =>
    expect(faultOfDecision({ state, proposedBy }, 'me')).toBe(fault),
  );
});

describe('a contractor works under a safety agreement (安全生产法 49)', () => {
  const contract = {
    ...{ startsOn: '2026-11-01', endsOn: '2026-12-31', ended: false },
    ...{ agreementUntil: '2026-12-31', qualificationUntil: null },
  };
  const TODAY = '2026-11-28';
  it.each([
    ['its last day', { ...contract, endsOn: TODAY }, 'running'],
    ['the day after', { ...contract, endsOn: '2026-11-27' }, 'over'],
    ['its first day', { ...contract, startsOn: TODAY }, 'running'],
    ['the day before', { ...contract, startsOn: '2026-11-29' }, 'coming'],
    ['ended by hand', { ...contract, ended: true }, 'over'],
  ])('%s', (_, dates, state) => expect(contractStateOn(dates, TODAY)).toBe(state));

  it.each([
    ['none', { ...contract, agreementUntil: null }, 'missing'],
    ['until today', { ...contract, agreementUntil: TODAY }, 'valid'],
    ['until yesterday', { ...contract, agreementUntil: '2026-11-27' }, 'expired'],
    ['qualification until yesterday', { ...contract, qualificationUntil: '2026-11-27' }, 'unqualified'],
  ])('%s', (_, dates, state) => expect(agreementOn(dates, TODAY)).toBe(state));

  it('of two firms the best contract that runs counts; none where none runs', () => {
    const missing = { ...contract, agreementUntil: null };
    expect(contractorStanding([missing, contract], TODAY)).toBe('valid');
    expect(contractorStanding([missing, { ...contract, ended: true }], TODAY)).toBe('missing');
    expect(contractorStanding([{ ...contract, ended: true }], TODAY)).toBe('none');
    expect(contractorStanding([], TODAY)).toBe('none');
  });

  it.each([
    ['2026-01-01', '2025-12-31', 'contract.ends-before-start'],
    ['2026-01-01', '2026-01-01', null],
    ['2026-01-01', '2031-01-01', null],
    ['2026-01-01', '2031-01-02', 'contract.too-long'],
  ])('%s – %s: %s', (startsOn, endsOn, fault) => expect(faultOfDates({ startsOn, endsOn })).toBe(fault));
});
