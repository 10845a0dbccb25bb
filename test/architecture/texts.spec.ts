import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Texts } from '../../src/platform/i18n/texts';

const SRC = join(__dirname, '../../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

const known = new Map<string, { zh: string; en: string }>();
beforeAll(async () => {
  for (const file of files.filter((name) => name.endsWith('.texts.ts'))) {
    const module = (await import(join(SRC, file))) as Record<string, Texts>;
    for (const texts of Object.values(module)) for (const [code, text] of Object.entries(texts)) known.set(code, text);
  }
});

/** `invalid('welder.unknown')`, `code: 'field.phone'`: the codes that are written out. */
const CODES =
  /(?:\b(?:invalid|forbidden|notFound|conflict|stale|unauthenticated|tooMany)\(|\bcode: )\s*'([a-z][a-z-]*\.[a-z][a-z.-]*)'/g;

const used = files
  .filter((file) => !file.startsWith('simulator') && !file.startsWith('domain/rules'))
  .flatMap((file) =>
    [...readFileSync(join(SRC, file), 'utf8').matchAll(CODES)].map(([, code = '']) => ({ file, code })),
  );

describe('every refusal has words', () => {
  it('finds the codes at all', () => {
    expect(used.length).toBeGreaterThan(60);
  });

  it('in Chinese and English', () => {
    const mute = used.filter(({ code }) => !known.has(code)).map(({ file, code }) => `${code} in ${file}`);
    expect(mute).toEqual([]);
  });

  it('that are not empty, and with the same placeholders in both languages', () => {
    // `{titleZh}` and `{titleEn}` are one thing in two languages
    const holes = (text: string): string[] =>
      [...text.matchAll(/\{(\w+?)(?:Zh|En)?\}/g)].map(([, name = '']) => name).sort();
    for (const [code, { zh, en }] of known) {
      expect({ code, zh: zh.length > 1, en: en.length > 1 }).toEqual({ code, zh: true, en: true });
      expect({ code, holes: [...new Set(holes(zh))] }).toEqual({ code, holes: [...new Set(holes(en))] });
      expect({ code, chinese: /[\u4e00-\u9fff]/.test(zh) }).toEqual({ code, chinese: true });
    }
  });
});
