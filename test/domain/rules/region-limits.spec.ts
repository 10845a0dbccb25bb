import { RuleBook, type RuleVersion } from '../../../src/domain/rules/rule-book';
import { judgeProposal, type RuleProposal } from '../../../src/domain/rules/rule-proposal';
import { DAY } from '../../../src/kernel/time';
import { seededVersions } from './seeded-book';

const NOW = Date.parse('2026-11-24T08:00:00Z');
const COUNTY = '411003';

const wish = (change: Partial<RuleProposal> = {}): RuleProposal => ({
  key: 'permit.longest-hours',
  regime: 'general',
  level: '',
  regionCode: COUNTY,
  validFrom: NOW + DAY,
  validTo: null,
  value: 6,
  source: '县应急管理局通知',
  certainty: 'A',
  setBy: COUNTY,
  ...change,
});
const row = (change: Partial<RuleVersion> = {}): RuleVersion => ({ ...wish(), id: 'row', ...change });
const judge = (change: Partial<RuleProposal>, ...more: RuleVersion[]): string => {
  const judged = judgeProposal([...seededVersions, ...more], wish(change), NOW);
  return judged.ok ? 'planned' : judged.fault.code;
};

describe('D32 a county may be stricter, never looser', () => {
  it.each<[string, Partial<RuleProposal>, string]>([
    ['less time', {}, 'planned'],
    ['as much as ships', { value: 8 }, 'planned'],
    ['more time', { value: 8.5 }, 'rule.looser'],
    ['the administrator may do that', { value: 12, setBy: undefined }, 'planned'],
    // 4 h hold for small work: one number for all regimes would lengthen them
    ['less than one regime, more than another', { regime: '' }, 'rule.looser'],
    ['less than every regime and level', { regime: '', value: 4 }, 'planned'],
    // 72 h hold at second level, 8 h above it
    ['of one level of a regime', { regime: 'chemical', level: 'second', value: 48 }, 'planned'],
    ['of a regime, looser at one of its levels', { regime: 'chemical', value: 48 }, 'rule.looser'],
    ['a rule without direction', { key: 'permit.approval-chain', value: [] }, 'rule.admin-only'],
    ['a wrong value is told first', { value: 169 }, 'rule.value-invalid'],
  ])('%s', (_, change, expected) => expect(judge(change)).toBe(expected));

  it('compares with what a wider region holds', () => {
    const province = row({ regionCode: '41', setBy: '41', value: 5, validFrom: NOW });
    expect(judge({ value: 6 }, province)).toBe('rule.looser');
    expect(judge({ value: 5 }, province)).toBe('planned');
  });

  it('takes back its own, and only its own', () => {
    const own = row({ value: 4, validFrom: NOW });
    expect(judge({ value: 7 }, own)).toBe('planned');
    const platform = { ...own, setBy: undefined };
    expect(judge({ value: 3 }, platform)).toBe('rule.set-above');
    expect(judge({ value: 3 }, { ...own, setBy: '41' })).toBe('rule.set-above');
    expect(judge({ value: 3, setBy: '41' }, own)).toBe('planned');
  });

  it('a version that goes before it is not loosened by it', () => {
    const narrower = row({ regime: 'chemical', level: 'special', value: 2, validFrom: NOW, setBy: undefined });
    expect(judge({ regime: '', value: 4 }, narrower)).toBe('planned');
  });
});

describe('D32 what a county set gives way where the country has become stricter', () => {
  const query = { regime: 'general', level: 'ordinary', regionCode: COUNTY };
  const country = row({ id: 'later', regionCode: '', setBy: undefined, value: 4, validFrom: NOW + 10 * DAY });
  const before = seededVersions
    .filter(({ key }) => key === 'permit.longest-hours')
    .map((one) => (one.regime === 'general' ? { ...one, validTo: country.validFrom } : one));
  const valueSetBy = (setBy: string | undefined, at: number): unknown =>
    new RuleBook([...before, row({ setBy, validFrom: NOW }), country], 'v').value('permit.longest-hours', query, at);

  it('from that moment on', () => {
    const moments = [NOW - 1, NOW, country.validFrom - 1, country.validFrom];
    expect(moments.map((at) => valueSetBy(COUNTY, at))).toEqual([8, 6, 6, 4]);
  });

  it('what the administrator set for the county stays', () => {
    expect(valueSetBy(undefined, country.validFrom)).toBe(6);
  });
});
