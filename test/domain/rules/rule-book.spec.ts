import { RuleBook, type RuleVersion } from '../../../src/domain/rules/rule-book';

const T = Date.parse('2026-06-01T00:00:00+08:00');

const rule = (value: string, of: Partial<RuleVersion> = {}): RuleVersion => ({
  id: value,
  key: 'job.longest-hours',
  regime: '',
  level: '',
  regionCode: '',
  validFrom: 0,
  validTo: null,
  value,
  source: 'test',
  certainty: 'default',
  ...of,
});

/** Every narrowing there is, in an order that tells nothing. */
const RULES = [
  rule('town', { regionCode: '411003101' }),
  rule('all'),
  rule('regime', { regime: 'chemical' }),
  rule('province regime level', { regionCode: '41', regime: 'chemical', level: 'first' }),
  rule('county', { regionCode: '411003' }),
  rule('regime level', { regime: 'chemical', level: 'first' }),
  rule('level', { level: 'first' }),
  rule('county regime', { regionCode: '411003', regime: 'chemical' }),
];

describe('the narrowest rule wins: region, then level, then regime', () => {
  const without = (...gone: string[]): RuleBook =>
    new RuleBook(
      RULES.filter(({ id }) => !gone.includes(id)),
      'v',
    );
  const chemical = { regime: 'chemical', level: 'first' };

  it.each([
    ['nothing known', [], {}, 'all'],
    ['a regime', [], { regime: 'chemical' }, 'regime'],
    ['another regime', [], { regime: 'small' }, 'all'],
    ['a level beats a regime', ['regime level'], chemical, 'level'],
    ['both beat each', [], chemical, 'regime level'],
    ['a level of another regime', [], { regime: 'construction', level: 'first' }, 'level'],
    ['a province beats regime and level', [], { ...chemical, regionCode: '4110' }, 'province regime level'],
    ['a county beats the province', [], { ...chemical, regionCode: '411003' }, 'county regime'],
    ['a county without the regime', [], { regime: 'small', regionCode: '411003' }, 'county'],
    ['a town beats a county', [], { ...chemical, regionCode: '411003101' }, 'town'],
    ['a village is in its town', [], { regionCode: '411003101001' }, 'town'],
    ['another town is in the county', [], { regionCode: '411003102' }, 'county'],
    ['another county', [], { regionCode: '411004' }, 'all'],
    ['a province is not in its county', [], { regionCode: '41' }, 'all'],
    ['another province whose code begins alike', [], { ...chemical, regionCode: '42' }, 'regime level'],
    ['nothing speaks', ['all'], {}, null],
  ])('%s', (_, gone, query, expected) => {
    expect(without(...gone).find('job.longest-hours', query, T)?.value ?? null).toBe(expected);
  });

  it('another key is another rule', () => expect(without().find('job.idle-limit-minutes', {}, T)).toBeNull());
});

describe('versions follow each other by date', () => {
  const book = new RuleBook([rule('old', { validTo: T }), rule('new', { validFrom: T, validTo: T + 10 })], 'v');

  it.each([
    ['a millisecond before', -1, 'old'],
    ['at the moment', 0, 'new'],
    ['a millisecond after', 1, 'new'],
    ['a millisecond before the end', 9, 'new'],
    ['at the end', 10, null],
  ])('%s', (_, offset, expected) => {
    expect(book.find('job.longest-hours', {}, T + offset)?.value ?? null).toBe(expected);
  });

  it('a wider version takes over where a narrower one ends', () => {
    const both = new RuleBook([rule('wide'), rule('narrow', { regionCode: '41', validTo: T })], 'v');
    const at = (when: number): unknown => both.find('job.longest-hours', { regionCode: '411003' }, when)?.value;
    expect([at(T - 1), at(T)]).toEqual(['narrow', 'wide']);
  });
});

describe('a value that must exist', () => {
  it('is given', () => expect(new RuleBook([rule('x')], 'v').value<string>('job.longest-hours', {}, T)).toBe('x'));
  it('or the installation is at fault, and says which', () => {
    expect(() => new RuleBook([], 'v').value('job.longest-hours', { regime: 'small' }, T)).toThrow(
      'no rule "job.longest-hours" in force for {"regime":"small"} at 2026-05-31T16:00:00.000Z',
    );
  });
  it('null and false are values', () => {
    expect(new RuleBook([{ ...rule('x'), value: false }], 'v').value('job.longest-hours', {}, T)).toBe(false);
  });
});
