import { possibleDuplicates, type PlacedTip } from '../../../src/domain/tips/duplicates';
import { withoutNumbers } from '../../../src/domain/tips/hidden-numbers';
import { rewardFor, type RewardFacts, type RewardRules } from '../../../src/domain/tips/reward';
import { TIP_KINDS } from '../../../src/domain/tips/tip-kinds';
import { tipLifeCycle, TIP_STATES, type TipSnapshot } from '../../../src/domain/tips/tip-life-cycle';
import { groupTrackingCode, makeTrackingCode, parseTrackingCode } from '../../../src/domain/tips/tracking-code';
import { seededBook } from '../rules/seeded-book';

const T0 = Date.parse('2026-11-28T08:00:00Z');
const MINUTE = 60_000;

describe('a tracking code', () => {
  const code = makeTrackingCode(Uint8Array.from({ length: 12 }, (_, i) => 17 * i + 3));

  it.each([
    ['as it was shown', groupTrackingCode(code)],
    ['without hyphens', code],
    ['in small letters, with blanks', groupTrackingCode(code).toLowerCase().replaceAll('-', ' ')],
  ])('is read %s', (_, typed) => {
    expect(parseTrackingCode(typed)).toBe(code);
  });

  it('with any one sign changed, is none', () => {
    const others = '0123456789ABCDEFGHJKMNPQRSTVWXY';
    const wrong = [...code].flatMap((sign, i) =>
      [...others].filter((other) => other !== sign).map((other) => code.slice(0, i) + other + code.slice(i + 1)),
    );
    expect(wrong.filter((one) => parseTrackingCode(one) !== null)).toEqual([]);
    expect(wrong).toHaveLength(16 * 30);
  });
});

describe('tips that may be about the same', () => {
  const near = { metres: 200, hours: 72 };
  const tip: PlacedTip = {
    id: 'a',
    kind: 'no-permit',
    position: { lat: 34.12, lng: 113.82 },
    machineId: null,
    receivedAt: T0,
  };
  const other = (changes: Partial<PlacedTip>): PlacedTip => ({ ...tip, id: 'b', ...changes });
  // a degree of latitude is 111,195 m
  const metresNorth = (metres: number) => ({ lat: 34.12 + metres / 111_195, lng: 113.82 });

  it.each([
    ['at the same place and time', other({}), true],
    ['199 m away', other({ position: metresNorth(199) }), true],
    ['202 m away', other({ position: metresNorth(202) }), false],
    ['72 h apart', other({ receivedAt: T0 - 72 * 60 * MINUTE }), true],
    ['a minute more', other({ receivedAt: T0 - (72 * 60 + 1) * MINUTE }), false],
    ['of another kind', other({ kind: 'uncertified' }), true],
    ['without a position', other({ position: null }), false],
    ['the tip itself', other({ id: 'a' }), false],
  ])('%s', (_, another, shown) => {
    expect(possibleDuplicates(tip, [another], near)).toHaveLength(shown ? 1 : 0);
  });

  it('the same machine counts wherever it stands', () => {
    const found = possibleDuplicates(
      { ...tip, machineId: 'm' },
      [other({ machineId: 'm', position: metresNorth(9_000) })],
      near,
    );
    expect(found).toMatchObject([{ id: 'b', sameMachine: true, metres: 9_000 }]);
    expect(possibleDuplicates(tip, [other({ position: null })], near)).toEqual([]);
  });
});

describe('what a true tip is worth', () => {
  const rules: RewardRules = {
    yuan: Object.fromEntries(TIP_KINDS.map((kind) => [kind, { alert: 100, hazard: 300, offence: 500 }])) as RewardRules['yuan'],
    majorYuan: 3_000, partlyPercent: 50, insiderPercent: 20, caseMostYuan: 5_000, yearMostYuan: 8_000,
  }; // prettier-ignore
  const facts: RewardFacts = {
    kind: 'uncertified', grade: 'hazard', major: false, outcome: 'true', insider: false, caseYuan: 0, yearYuan: 0,
  }; // prettier-ignore

  it.each([
    ['a hazard', {}, 300, null],
    ['an offence', { grade: 'offence' }, 500, null],
    ['a major hazard', { major: true }, 3_000, null],
    ['partly true', { outcome: 'partly' }, 150, null],
    ['not true', { outcome: 'not' }, 0, null],
    ['an insider', { insider: true }, 360, null],
    ['an insider, partly true', { insider: true, outcome: 'partly' }, 180, null],
    ['the case is nearly used up', { caseYuan: 4_900 }, 100, 'case'],
    ['the year is nearly used up', { yearYuan: 7_950 }, 50, 'year'],
    ['exactly what is left', { yearYuan: 7_700 }, 300, null],
    ['nothing left', { caseYuan: 5_000, major: true }, 0, 'case'],
  ] as const)('%s', (_, changes, yuan, cappedBy) => {
    expect(rewardFor({ ...facts, ...changes }, rules)).toEqual({ yuan, cappedBy });
  });

  it('the shipped rules have a sum for each kind and grade', () => {
    const yuan = seededBook.value<RewardRules['yuan']>('tip.reward-yuan', { regionCode: '411003' }, T0);
    expect(TIP_KINDS.map((kind) => Object.values(yuan[kind]).every((sum) => sum > 0))).toEqual(
      TIP_KINDS.map(() => true),
    );
  });
});

describe('the life of a tip', () => {
  const open = (changes: Partial<TipSnapshot>) =>
    tipLifeCycle.open({ state: 'received', byOfficer: true, byHandler: false, hasCase: false, ...changes });

  it.each([
    ['received', {}, ['accept', 'decline', 'merge', 'dispatch', 'answer']],
    ['sent out, seen by the desk', { state: 'dispatched' }, ['dispatch', 'answer']],
    ['sent out, seen by who goes', { state: 'dispatched', byOfficer: false, byHandler: true }, ['hand-back', 'check']],
    ['looked into, not true', { state: 'checked' }, ['dispatch', 'answer', 'close']],
    ['looked into, with a case', { state: 'checked', hasCase: true }, ['answer', 'close']],
    ['of anybody else', { byOfficer: false }, []],
  ] as const)('%s', (_, changes, commands) => {
    expect(open(changes)).toEqual(commands);
  });

  it('ends: what is closed, declined or merged stays so', () => {
    const ends = TIP_STATES.filter((state) => open({ state, byHandler: true }).length === 0);
    expect(ends).toEqual(['closed', 'declined', 'merged']);
  });
});

it.each([
  ['我叫张三，电话13800001234', '我叫张三，电话＊＊＊'],
  ['138 0000 1234 找我', '＊＊＊ 找我'],
  ['身份证 411003190101010015。', '身份证 ＊＊＊。'],
  ['3 号楼 12 层，2026 年 11 月 28 日', '3 号楼 12 层，2026 年 11 月 28 日'],
])('numbers that name somebody are hidden: %s', (typed, kept) => {
  expect(withoutNumbers(typed)).toBe(kept);
});
