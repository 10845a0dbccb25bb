import type { RuleVersion } from '../../../src/domain/rules/rule-book';
import { judgeProposal, sameSlot, type RuleProposal } from '../../../src/domain/rules/rule-proposal';
import { DAY, MINUTE } from '../../../src/kernel/time';
import { seededVersions } from './seeded-book';

const NOW = Date.parse('2026-11-24T08:00:00Z');

const proposal = (change: Partial<RuleProposal> = {}): RuleProposal => ({
  key: 'permit.longest-hours',
  regime: 'chemical',
  level: 'first',
  regionCode: '',
  validFrom: NOW + DAY,
  validTo: null,
  value: 6,
  source: 'GB 30871',
  certainty: 'B',
  ...change,
});

const judge = (change: Partial<RuleProposal> = {}, versions = seededVersions): string => {
  const judged = judgeProposal(versions, proposal(change), NOW);
  if (judged.ok) return `was ${JSON.stringify(judged.before?.value ?? null)}, ends ${judged.ends ? 'one' : 'none'}`;
  const { fault } = judged;
  if (fault.code === 'rule.value-invalid') return fault.errors.map(({ path, code }) => `${path} ${code}`).join(', ');
  return fault.code === 'rule.does-not-vary' ? `${fault.code} ${fault.by.join(' ')}` : fault.code;
};

const planned: RuleVersion = { ...proposal({ validFrom: NOW + 10 * DAY }), id: 'planned' };
const withPlanned = seededVersions
  .map((one) => (sameSlot(one, planned) ? { ...one, validTo: planned.validFrom } : one))
  .concat(planned);

describe('a proposal', () => {
  it.each<[string, Partial<RuleProposal>, string]>([
    ['for the same slot ends its version', {}, 'was 8, ends one'],
    ['for a county stands beside it', { regionCode: '411003' }, 'was 8, ends none'],
    ['for a regime without level stands beside it', { regime: 'general', level: '' }, 'was 8, ends one'],
    ['a minute ahead', { validFrom: NOW + MINUTE }, 'was 8, ends one'],
    ['a millisecond less', { validFrom: NOW + MINUTE - 1 }, 'rule.not-ahead'],
    ['in the past', { validFrom: NOW - DAY }, 'rule.not-ahead'],
    ['that ends before it begins', { regionCode: '41', validTo: NOW + DAY }, 'rule.dates-reversed'],
    ['of no rule', { key: 'permit.colour' }, 'rule.unknown-key'],
    ['of a name every object has', { key: 'constructor' }, 'rule.unknown-key'],
    ['of a level its regime lacks', { level: 'third' }, 'rule.level-unknown'],
    ['of a level without regime', { regime: '' }, 'rule.level-unknown'],
    ['of a regime for a rule that knows none', { key: 'job.longest-hours', level: '' }, 'rule.does-not-vary regime'],
    [
      'of everything for a rule that knows nothing',
      { key: 'arc.grace-ms', regionCode: '41' },
      'rule.does-not-vary regime level region',
    ],
    ['of too many hours', { value: 169 }, 'value field.too-large'],
    ['of words', { value: '8' }, 'value field.number'],
    [
      'of a place kind nobody defined',
      { key: 'permit.fire-watch-minutes', value: { base: 30, placeKinds: { crowdy: 60 } } },
      'value.placeKinds.crowdy field.choice',
    ],
    [
      'of a question whose level its regime lacks',
      {
        key: 'permit.level-questions',
        level: '',
        value: [{ code: 'q', zh: '问', en: 'Q', level: 'third' }],
      },
      'value.0.level field.choice',
    ],
    [
      'of a signature by somebody who cannot sign',
      {
        key: 'permit.approval-chain',
        value: [{ step: 0, titleZh: '焊工', titleEn: 'Welder', roles: ['welder'], of: 'enterprise', quorum: 'one' }],
      },
      'value.0.roles.0 field.choice',
    ],
  ])('%s', (_, change, expected) => expect(judge(change)).toBe(expected));
});

describe('a version that is already planned stands', () => {
  it.each<[string, Partial<RuleProposal>, string]>([
    ['another before it', {}, 'rule.overlaps'],
    ['another at the same moment', { validFrom: planned.validFrom }, 'rule.overlaps'],
    ['another after it', { validFrom: planned.validFrom + 1 }, 'was 6, ends one'],
    ['one that ends as it begins', { validTo: planned.validFrom }, 'was 8, ends one'],
    ['one that ends a millisecond later', { validTo: planned.validFrom + 1 }, 'rule.overlaps'],
    ['one for another level', { level: 'special' }, 'was 8, ends one'],
    ['one for another county', { regionCode: '411003' }, 'was 8, ends none'],
  ])('%s', (_, change, expected) => expect(judge(change, withPlanned)).toBe(expected));
});

describe('something must hold after a version ends', () => {
  const until = NOW + 5 * DAY;

  it.each<[string, Partial<RuleProposal>, string]>([
    ['a county goes back to its country', { regionCode: '411003', validTo: until }, 'was 8, ends none'],
    ['a level goes back to all levels', { validTo: until }, 'was 8, ends one'],
    ['a rule for all', { key: 'permit.gas-fresh-minutes', regime: '', level: '', validTo: until }, 'rule.leaves-gap'],
    [
      'a rule for all, held by nobody else',
      { key: 'permit.gas-continuous-minutes', level: 'special', validTo: until },
      'rule.leaves-gap',
    ],
    [
      'what nothing held before may end in nothing',
      { key: 'permit.gas-continuous-minutes', level: 'first', validTo: until },
      'was null, ends none',
    ],
  ])('%s', (_, change, expected) => expect(judge(change)).toBe(expected));
});

describe('the words a value repeats are those of its day', () => {
  const kinds = seededVersions.find(({ key, validTo }) => key === 'permit.place-kinds' && validTo === null)!;
  const widened: RuleVersion = {
    ...kinds,
    id: 'widened',
    validFrom: NOW + 3 * DAY,
    value: [...(kinds.value as object[]), { code: 'heritage', zh: '文物建筑', en: 'Listed building' }],
  };
  const ended = seededVersions.map((one) => (one === kinds ? { ...one, validTo: widened.validFrom } : one));
  const judgeAt = (validFrom: number): boolean =>
    judgeProposal(
      [...ended, widened],
      proposal({ key: 'permit.fire-watch-minutes', validFrom, value: { base: 30, placeKinds: { heritage: 120 } } }),
      NOW,
    ).ok;

  it('a kind of place is known from its first moment', () => {
    expect([judgeAt(widened.validFrom - 1), judgeAt(widened.validFrom)]).toEqual([false, true]);
  });
});
