import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REGIMES } from '../../../src/domain/permits/permit';
import { ruleKind, RULE_KINDS, strayDimensions, valueErrors } from '../../../src/domain/rules/rule-catalogue';
import { vocabulary } from '../../../src/domain/rules/rule-proposal';
import { KINDS } from '../../../src/domain/violations/violation-kinds';
import { seededBook, seededVersions } from './seeded-book';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');
const SRC = join(__dirname, '../../../src');

interface Asked {
  readonly key: string;
  /** The query as it is written, where it is: `{}` knows nothing, `{ regionCode }` the region. */
  readonly query: string | undefined;
  readonly must: boolean;
}

/** Every place in the code that asks the rule book, directly or through a small helper of that name. */
const asked: Asked[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(
      /\b(value|find|rule|days)(?:<[^()]*>)?\(\s*'([a-z]+\.[a-z-]+)'(?:,\s*(\{[^{}]*\}))?/g,
    ),
  ])
  .map(([, how, key, query]) => ({ key: key ?? '', query, must: how === 'value' }));

describe('the catalogue of rules', () => {
  it('knows every key the code asks for', () => {
    expect(asked.length).toBeGreaterThan(30);
    expect([...new Set(asked.map(({ key }) => key).filter((key) => !ruleKind(key)))]).toEqual([]);
  });

  it('lets no rule vary by what a place that asks it does not know', () => {
    const known = { regime: /\bregime\b/, level: /\blevel\b/, region: /\bregionCode\b/ };
    const traps = asked.flatMap(({ key, query }) =>
      (ruleKind(key)?.variesBy ?? [])
        .filter((dimension) => query !== undefined && !known[dimension].test(query))
        .map((dimension) => `${key} by ${dimension}`),
    );
    expect([...new Set(traps)]).toEqual([]);
  });

  it('knows no key that every object inherits', () => {
    expect([ruleKind('constructor'), ruleKind('toString'), ruleKind('__proto__')]).toEqual([null, null, null]);
  });

  it('names each rule in both languages', () => {
    for (const kind of Object.values(RULE_KINDS)) {
      expect(kind.zh).toMatch(/\p{Script=Han}/u);
      expect(kind.en).toMatch(/^[A-Z]/);
    }
  });
});

describe('the seeded rules', () => {
  it.each(seededVersions.map((rule) => [`${rule.key} ${rule.regime} ${rule.level}`, rule] as const))(
    '%s fits its kind',
    (_, rule) => {
      const kind = ruleKind(rule.key);
      if (!kind) throw new Error('not in the catalogue');
      expect(strayDimensions(kind, rule)).toEqual([]);
      expect(valueErrors(kind, rule.value, vocabulary(seededBook, rule, NOW))).toEqual([]);
      expect(rule.source.trim()).not.toBe('');
    },
  );

  it('hold one version of each narrowing at a time', () => {
    const slot = ({ key, regime, level }: (typeof seededVersions)[number]): string => `${key}|${regime}|${level}`;
    const doubled = seededVersions.filter((one, i) =>
      seededVersions
        .slice(i + 1)
        .some((later) => slot(later) === slot(one) && (one.validTo === null || later.validFrom < one.validTo)),
    );
    expect(doubled.map(slot)).toEqual([]);
  });

  it('answer every key of the catalogue', () => {
    const seeded = new Set(seededVersions.map(({ key }) => key));
    expect(Object.keys(RULE_KINDS).filter((key) => !seeded.has(key))).toEqual([]);
  });

  const everyLevel = REGIMES.flatMap((regime) =>
    seededBook.value<string[]>('permit.levels', { regime }, NOW).map((level) => [regime, level] as const),
  );

  it.each(everyLevel)('%s %s: every rule that must exist is there', (regime, level) => {
    const must = new Set(asked.filter((one) => one.must || one.key.startsWith('permit.')).map(({ key }) => key));
    const missing = [...must].filter((key) => !seededBook.inForce(key, { regime, level, regionCode: '411003' }, NOW));
    expect(missing.filter((key) => key !== 'permit.gas-continuous-minutes')).toEqual([]);
  });

  it('a level is longer or stricter nowhere than the table of regimes says', () => {
    const hours = everyLevel.map(([regime, level]) => [
      `${regime} ${level}`,
      seededBook.value('permit.longest-hours', { regime, level }, NOW),
    ]);
    expect(Object.fromEntries(hours)).toEqual({
      'small raised': 4,
      'small one': 4,
      'general raised': 8,
      'general ordinary': 8,
      'construction first': 24,
      'construction second': 24,
      'construction third': 24,
      'chemical special': 8,
      'chemical first': 8,
      'chemical second': 72,
    });
  });

  it('who signs, by regime and level', () => {
    interface Step {
      step: number;
      roles: string[];
      siteVisit?: true;
      filledByApplicant?: true;
    }
    const shown = everyLevel.map(([regime, level]) => {
      const chain = seededBook.value<Step[]>('permit.approval-chain', { regime, level }, NOW);
      const steps = chain.map(
        ({ step, roles, siteVisit, filledByApplicant }) =>
          `${step} ${roles.join('/')}${siteVisit ? ' visits' : ''}${filledByApplicant ? ' fills-in' : ''}`,
      );
      return [`${regime} ${level}`, steps];
    });
    expect(Object.fromEntries(shown)).toEqual({
      'small raised': ['0 grid-worker visits'],
      'small one': [],
      'general raised': ['0 safety-officer', '1 enterprise-head'],
      'general ordinary': ['0 safety-officer', '1 enterprise-head'],
      'construction first': ['0 enterprise-head fills-in', '1 safety-officer visits'],
      'construction second': ['0 enterprise-manager fills-in', '1 safety-officer visits', '1 enterprise-head'],
      'construction third': ['0 enterprise-manager', '0 safety-officer visits'],
      'chemical special': [
        '0 enterprise-manager visits fills-in',
        '1 safety-officer visits',
        '2 enterprise-head visits',
      ],
      'chemical first': ['0 enterprise-manager visits fills-in', '1 safety-officer visits'],
      'chemical second': ['0 enterprise-manager visits'],
    });
  });

  it('every kind of violation has its legal basis', () => {
    expect(Object.keys(seededBook.value<object>('supervision.legal-basis', {}, NOW)).sort()).toEqual([...KINDS].sort());
  });

  it('construction has the windbreak that authorisation looks for', () => {
    const measures = seededBook.value<{ code: string; openAir?: true }[]>(
      'permit.measures',
      { regime: 'construction' },
      NOW,
    );
    expect(measures.find(({ code }) => code === 'windbreak')?.openAir).toBe(true);
  });

  it('what the standard’s text was not looked up for is not called certain', () => {
    const certain = seededVersions
      .filter(({ certainty, validTo }) => certainty === 'A' && validTo === null)
      .map(({ key, regime }) => `${key} ${regime}`);
    expect([...new Set(certain)].sort()).toEqual([
      'certificate.recency-months ',
      'certificate.review-abolished-from ',
      'permit.approval-chain chemical',
      'permit.fire-watch ',
      'permit.gas-fresh-minutes chemical',
      'permit.gas-interruption-minutes chemical',
      'permit.gas-record-minutes ',
      'permit.gas-test chemical',
      'permit.levels chemical',
      'permit.longest-hours chemical',
      'permit.raise-on chemical',
      'permit.required-records chemical',
      'permit.retention-days ',
      'permit.simops chemical',
      'permit.urgent chemical',
      'permit.video-days chemical',
      'permit.watcher-training chemical',
      'place.closed-hours-only ', // the notice forbids it; its hours are the platform's, and its source says so
    ]);
  });
});
