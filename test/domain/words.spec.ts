import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LEVELS } from '../../src/domain/permits/levels';
import { REGIMES } from '../../src/domain/permits/permit';
import { PermitRules } from '../../src/domain/permits/permit-rules';
import { levelName } from '../../src/domain/permits/words';
import { LANGUAGES, type Language } from '../../src/kernel/language';
import { seededBook } from './rules/seeded-book';

const DOMAIN = join(__dirname, '../../src/domain');
const ENDINGS: Readonly<Record<Language, string>> = { 'zh-CN': '.zh.ts', en: '.en.ts' };

/** `permits/words`, `permits/form-words`. */
const areas = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith(`words${ENDINGS['zh-CN']}`))
  .map((file) => file.slice(0, -ENDINGS['zh-CN'].length));

/** The leaves of one area in one language, by the path of their vocabulary. */
async function vocabulariesOf(area: string, language: Language): Promise<Map<string, Map<string, string>>> {
  const module = (await import(join(DOMAIN, area + ENDINGS[language]))) as Record<string, object>;
  const found = new Map<string, Map<string, string>>();
  const walk = (path: string, words: object): void => {
    for (const [name, word] of Object.entries(words) as [string, unknown][])
      if (typeof word === 'object' && word !== null) walk(`${path}.${name}`, word);
      else found.set(path, (found.get(path) ?? new Map<string, string>()).set(name, String(word)));
  };
  for (const words of Object.values(module)) walk(area, words);
  return found;
}

const codes = (vocabularies: Map<string, Map<string, string>>): [string, string[]][] =>
  [...vocabularies].map(([path, words]): [string, string[]] => [path, [...words.keys()].sort()]).sort();

it('there are words to be looked at', () => expect(areas.length).toBeGreaterThanOrEqual(8));

describe.each(areas)('the words of %s', (area) => {
  it('are the same vocabularies in every language', async () => {
    const chinese = codes(await vocabulariesOf(area, 'zh-CN'));
    expect(chinese.length).toBeGreaterThan(0);
    for (const language of LANGUAGES) expect(codes(await vocabulariesOf(area, language))).toEqual(chinese);
  });

  it.each(LANGUAGES)('in %s: none is empty, has a hole, or stands for two members', async (language) => {
    for (const [path, words] of await vocabulariesOf(area, language)) {
      for (const [code, word] of words) {
        expect({ path, code, word, trimmed: word.trim() }).toEqual({ path, code, word, trimmed: word });
        expect({ path, code, written: /\p{L}/u.test(word), hole: /[{}]/.test(word) }).toEqual({ path, code, written: true, hole: false }); // prettier-ignore
      }
      const spoken = [...words.values()].map((word) => word.toLowerCase());
      expect({ path, twice: spoken.filter((word, i) => spoken.indexOf(word) !== i) }).toEqual({ path, twice: [] });
    }
  });

  it('speak Chinese in Chinese, and no Chinese elsewhere', async () => {
    const said = async (language: Language): Promise<string[]> =>
      [...(await vocabulariesOf(area, language)).values()].flatMap((words) => [...words.values()]);
    expect((await said('zh-CN')).filter((word) => /[A-Za-z]/.test(word))).toEqual([]);
    expect((await said('en')).filter((word) => /\p{Script=Han}/u.test(word))).toEqual([]);
  });
});

describe('the names of levels', () => {
  const at = Date.parse('2026-11-27T00:00:00Z');
  it.each(REGIMES)('%s: every level that the rules know has one', (regime) => {
    const { levels } = new PermitRules(seededBook, { regime, level: '', regionCode: '411003' }, at);
    expect(LEVELS[regime]).toEqual(expect.arrayContaining([...levels]));
    for (const level of levels) expect(levelName(regime, level, 'zh-CN')).not.toBe(level);
  });

  it('a level that a county made is shown as its code', () =>
    expect(levelName('general', 'of-our-own', 'zh-CN')).toBe('of-our-own'));
});
