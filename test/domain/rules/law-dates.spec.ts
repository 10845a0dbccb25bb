import { lawDates } from '../../../migrations/dated/law-dates';
import { legalBasisPersons } from '../../../migrations/dated/legal-basis-persons';
import { tamperingClauses } from '../../../migrations/dated/tampering-clauses';
import { legalBasis2026 } from '../../../migrations/dated/legal-basis-2026';
import type { RuleKey } from '../../../src/domain/rules/rule-catalogue';
import type { RuleVersion } from '../../../src/domain/rules/rule-book';
import { KINDS, type ViolationKind } from '../../../src/domain/violations/violation-kinds';
import { legalBasisOf } from '../../../src/modules/supervision/legal-basis';
import { seededBook, seededVersions } from './seeded-book';

const relabels = lawDates.filter(({ key }) => key !== 'supervision.major-hazards');
const find = (key: string, { regime = '', level = '' }, at: number): RuleVersion | null =>
  seededBook.find(key as RuleKey, { regime, level, regionCode: '411003' }, at);

describe('D33 rules have the dates of the texts that they come from', () => {
  it.each(relabels.map((rule) => [rule.id, rule] as const))('%s: only the label changes on that day', (_, rule) => {
    const day = Date.parse(rule.validFrom);
    const [before, after] = [find(rule.key, rule, day - 1), find(rule.key, rule, day)];
    expect(after?.value).toEqual(before?.value);
    expect([after?.source, after?.certainty]).toEqual([rule.source, rule.certainty]);
    expect(after?.id).not.toBe(before?.id);
  });

  it('each slot has one version a day', () => {
    const slot = ({ key, regime, level, regionCode }: RuleVersion): string =>
      [key, regime, level, regionCode].join('|');
    const days = [...new Set(seededVersions.flatMap(({ validFrom }) => [validFrom - 1, validFrom]))];
    for (const day of days) {
      const inForce = seededVersions.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo)); // prettier-ignore
      expect(inForce.map(slot).filter((one, i, all) => all.indexOf(one) !== i)).toEqual([]);
    }
  });

  it.each([
    ['permit.longest-hours', 'chemical', 'second', '2022-10-01T00:00:00+08:00', '5.1.5', 'A'],
    ['permit.gas-interruption-minutes', 'chemical', 'first', '2022-10-01T00:00:00+08:00', '5.3.1', 'A'],
    ['permit.retention-days', 'chemical', '', '2022-10-01T00:00:00+08:00', 'B.3', 'A'],
    ['permit.levels', 'construction', '', '2023-06-01T00:00:00+08:00', '待核对', 'B'],
    ['permit.approval-chain', 'construction', 'first', '2023-06-01T00:00:00+08:00', 'GB 55037-2022', 'B'],
  ] as const)('%s %s %s from %s', (key, regime, level, day, source, certainty) => {
    const found = find(key, { regime, level }, Date.parse(day));
    expect(found).toMatchObject({ source: expect.stringContaining(source), certainty });
  });

  it.each([
    ['2017-11-13', '安监总管三〔2017〕121号'],
    ['2022-04-19', '建质规〔2022〕2号'],
    ['2023-05-15', '应急管理部令第10号'],
  ])('from %s on %s says what is a major hazard', (date, document) => {
    const day = Date.parse(`${date}T00:00:00+08:00`);
    const documents = (at: number): string[] =>
      (find('supervision.major-hazard-standards', {}, at)!.value as { document: string }[]).map((one) => one.document);
    expect(documents(day - 1)).not.toContain(document);
    expect(documents(day)).toContain(document);
  });
});

describe('D25 who answers decides what is cited', () => {
  const day = Date.parse(legalBasis2026[0]!.validFrom);
  const cited = (enterpriseId: string | null, foundAt = day) =>
    legalBasisOf(seededBook, { kind: 'uncertified', regionCode: '411003', foundAt, enterpriseId }, 'zh-CN');

  it('an enterprise by the Work Safety Law', () => {
    expect(cited('E1').legalBasis).toContain('第九十七条第七项');
    expect(cited('E1').penalty).toContain('十万元');
  });

  it('a self-employed person by article 63 (2) of the Fire Control Law', () => {
    expect(cited(null).legalBasis).toContain('第六十三条第二项');
    expect(cited(null).penalty).toContain('五日以下拘留');
  });

  it('a case of the day before keeps its text', () => {
    expect(cited(null, day - 1)).toEqual(cited('E1', day - 1));
  });

  it.each([
    ['no-permit', '2025年4月17日联合通告', false],
    ['fire-watch-skipped', 'GB 9448-2025', true],
    ['fire-watch-skipped', 'GB 55037-2022', true],
    ['fire-watch-absent', '第一百零一条第三项', true],
  ] as const)('%s cites %s, to be confirmed: %s', (kind, text, doubtful) => {
    const { legalBasis } = legalBasisOf(seededBook, { kind, regionCode: '411003', foundAt: day, enterpriseId: 'E1' }, 'zh-CN');
    expect(legalBasis).toContain(text);
    expect(legalBasis?.includes('（条文待核对）')).toBe(doubtful);
  }); // prettier-ignore
});

describe('D25 the whole kind: nobody is told of a fine that is not theirs', () => {
  const day = Date.parse(legalBasisPersons[0]!.validFrom);
  const cited = (kind: ViolationKind, enterpriseId: string | null, language: 'zh-CN' | 'en' = 'zh-CN') =>
    legalBasisOf(seededBook, { kind, regionCode: '411003', foundAt: day, enterpriseId }, language);

  it.each(KINDS)('%s: a person is told of no fine of enterprises', (kind) => {
    expect(cited(kind, null).penalty).not.toMatch(/停产停业|十万元|处五万元/);
    expect(cited(kind, null, 'en').penalty).not.toMatch(/100,000|50,000/);
    expect(cited(kind, null).legalBasis).not.toContain('《安全生产法》');
  });

  it.each(['uncertified', 'gas-test-missed', 'fire-watch-absent', 'fire-watch-skipped'] as const)(
    '%s: a person by article 63 (2), an enterprise by the Work Safety Law',
    (kind) => {
      expect(cited(kind, null).legalBasis).toContain('第六十三条第二项');
      expect(cited(kind, null).penalty).toContain('五百元以下');
      expect(cited(kind, 'E1').legalBasis).toContain('《安全生产法》');
      expect(cited(kind, 'E1').penalty).toContain('十万元');
    },
  );

  it('a case of the day before keeps what it was told', () => {
    const before = { kind: 'gas-test-missed', regionCode: '411003', foundAt: day - 1, enterpriseId: null } as const;
    expect(legalBasisOf(seededBook, before, 'zh-CN').legalBasis).toContain('《安全生产法》');
  });
});

describe('whoever tampers with a chip is told of the very clauses', () => {
  const [{ validFrom, source, certainty }] = tamperingClauses;
  const day = Date.parse(validFrom);
  const cited = (
    kind: ViolationKind,
    foundAt: number,
    enterpriseId: string | null,
    language: 'zh-CN' | 'en' = 'zh-CN',
  ) => legalBasisOf(seededBook, { kind, regionCode: '411003', foundAt, enterpriseId }, language);

  it.each(['chip-tampered', 'modified-machine'] as const)('%s, from that day on', (kind) => {
    const [before, after] = [cited(kind, day - 1, 'E1'), cited(kind, day, 'E1')];
    expect(before.legalBasis).toMatch(/^《安全生产法》第三十六条、第九十九条：/);
    expect(after.legalBasis).toMatch(/^《安全生产法》第三十六条第三款、第九十九条第四项：/);
    expect(after.legalBasis?.split('：')[1]).toBe(before.legalBasis?.split('：')[1]);
    expect(after.penalty).toBe(before.penalty);
    expect(cited(kind, day, 'E1', 'en').legalBasis).toMatch(
      /^Work Safety Law, art\. 36, para\. 3, and art\. 99 \(4\): /,
    );
    expect(cited(kind, day, null)).toEqual(cited(kind, day - 1, null));
  });

  it('nothing else changes', () => {
    const others = KINDS.filter((kind) => kind !== 'chip-tampered' && kind !== 'modified-machine');
    for (const kind of others) expect(cited(kind, day, 'E1')).toEqual(cited(kind, day - 1, 'E1'));
    expect(find('supervision.legal-basis', {}, day - 1)).toMatchObject({ source, certainty });
  });
});
