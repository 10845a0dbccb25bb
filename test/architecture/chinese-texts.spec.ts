import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingText } from '../../src/domain/authorization/finding-text';
import { FINDING_TEXTS } from '../../src/domain/authorization/finding-texts';
import { Catalogue } from '../../src/platform/i18n/catalogue';
import type { Texts } from '../../src/platform/i18n/texts';

const SRC = join(__dirname, '../../src');

/** Words that people in the trade read as they are, and names of an interface's own parts that only its callers see. */
const ALLOWED = [
  'QR', 'PDF', 'GB', 'LEL', 'vol', 'ppm', 'MB', 'JPEG', 'PNG', 'WebP', 'JSON', 'CSV', 'UTF', 'ETag', 'TSG', 'PIN', 'https',
  'Content', 'Type', 'text', 'csv', 'multipart', 'form', 'data', 'file', 'If', 'Match', 'Idempotency', 'Key',
  'nextCursor', 'after', 'true', 'false', 'yes', 'no',
]; // prettier-ignore

/**
 * What each placeholder is filled with: numbers, times, names of people and places, and words of the language. A code
 * comes as `…Zh` and `…En`; whoever adds a placeholder says here what a reader sees in it.
 */
const SAMPLES: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    ['seconds', 'retryAfter', 'minutes', 'days', 'hours', 'metres', 'radius', 'open', 'value', 'most', 'times', 'left', 'kilometres', 'max', 'year',
      'mebibytes', 'megapixels', '0', '1', 'outlets', 'number', 'code', 'faultId', 'count', 'people', 'scans', 'refused', 'months', 'seat', 'version', 'next'].map((name) => [name, 7]),
  ),
  ...Object.fromEntries(
    ['dueOn', 'validTo', 'from', 'until', 'to', 'sampled', 'start', 'earliest', 'due', 'day', 'time', 'link', 'passedOn'].map((name) => [name, '11月27日 08:00']),
  ),
  ...Object.fromEntries(['site', 'enterprise', 'place', 'name', 'source', 'reason', 'campaign', 'names', 'offices'].map((name) => [name, '王记面馆'])),
  numbers: ['000000001', '000000002'],
  turnTo: ['王伟', '李娜'],
  unit: '%LEL',
  remedy: '请到现场核对。',
  // a list's columns and kinds are shown by their headings and words
  field: '型号', missing: ['型号', '焊接工艺'], looksLike: '焊工',
  // what the caller sent is said back to them: no list knows it
  kind: '没有这种', kid: '没有这把', account: '没有这个', measure: '没有这项', gas: '没有这种',
  // as it stands in the workbook
  sheet: '旧台账',
}; // prettier-ignore

/** Values of findings beside those above. */
const FINDING_VALUES = ['outlet', 'end', 'distance', 'accuracy', 'grade', 'limit', 'orderedAt', 'dueAt'];

const catalogue = new Catalogue();
const texts = new Map<string, string>();
beforeAll(async () => {
  for (const file of readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('.texts.ts'),
  )) {
    const module = (await import(join(SRC, file))) as Record<string, Texts>;
    for (const some of Object.values(module))
      for (const [code, text] of Object.entries(some)) {
        if (!texts.has(code)) catalogue.add({ [code]: text });
        texts.set(code, text.zh);
      }
  }
});

const placeholders = (zh: string): string[] => [...zh.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
const english = (text: string): string[] =>
  (text.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !ALLOWED.includes(word));

describe('a Chinese refusal speaks Chinese', () => {
  it('every placeholder is known for what its reader sees; codes come as words of the language', () => {
    const unknown = [...texts].flatMap(([code, zh]) =>
      placeholders(zh).filter((name) => !name.endsWith('Zh') && !(name in SAMPLES)).map((name) => `${code}: {${name}}`),
    ); // prettier-ignore
    expect(unknown).toEqual([]);
  });

  it('rendered with typical values it has no English word', () => {
    const found = [...texts].flatMap(([code, zh]) => {
      const words = Object.fromEntries(placeholders(zh).map((name) => [name, SAMPLES[name] ?? '中文']));
      return english(catalogue.text(code, 'zh-CN', words)).map((word) => `${code}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  it('nor has a finding of a start, whose values are numbers, times, names or words of the language', () => {
    const found = Object.entries(FINDING_TEXTS as Readonly<Record<string, FindingText>>).flatMap(([code, text]) =>
      [text, ...Object.values(text.variants ?? {})].flatMap(({ message, remedy }) => [
        ...english(`${message.zh}${remedy.zh}`.replace(/\{\w+\}/g, '')).map((word) => `${code}: ${word}`),
        ...placeholders(`${message.zh}${remedy.zh}`)
          .filter((name) => !name.endsWith('Zh') && !(name in SAMPLES) && !FINDING_VALUES.includes(name))
          .map((name) => `${code}: {${name}}`),
      ]),
    );
    expect(found).toEqual([]);
  });

  it('lists are written as Chinese lists', () => {
    catalogue.add({ 'test.list': { zh: '{names}', en: '{names}' } });
    const names = ['甲', '乙'];
    expect(catalogue.text('test.list', 'zh-CN', { names })).toBe('甲、乙');
    expect(catalogue.text('test.list', 'en', { names })).toBe('甲, 乙');
  });
});
