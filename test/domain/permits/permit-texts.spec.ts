import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permitTexts } from '../../../src/modules/permits/permits.texts';

const ROOT = join(__dirname, '../../../src');
const folders = [
  'domain/permits',
  'modules/permits',
  'domain/permits/steps',
  'modules/permits/draft',
  'modules/permits/draft/asked',
  'modules/permits/occupier',
  'modules/permits/people',
  'modules/permits/signboard',
  'modules/permits/watchers',
  'modules/permits/steps',
  'modules/permits/taken',
  'modules/permits/time',
  'modules/permits/delegations',
];
const sources = folders.flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.ts') && name !== 'permit-rules.ts' && !name.endsWith('.texts.ts'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
);

/** Wherever a guard or a use case names a code, directly or as the argument after a field. */
const NAMED =
  /(?:missing|wrong|wrongPerson|notYet|anyOf|invalid|forbidden|notFound|conflict|tooMany)\(\s*(?:[^'()]*\?\s*)?'((?:permit|delegation|plant)\.[a-z-]+)'|wrongField\([^,]+,\s*'((?:permit|delegation|plant)\.[a-z-]+)'|(?:code|fault): '((?:permit|delegation|plant)\.[a-z-]+)'|unknown\([^)]*'((?:permit|delegation|plant)\.[a-z-]+)'/g;
const used = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(NAMED)].map((match) => match.slice(1).find((code) => code !== undefined)!),
  ),
);

describe('whatever a permit refuses is said in words', () => {
  it('finds the codes', () => {
    expect(used.size).toBeGreaterThan(70);
    expect(used).toContain('permit.site-visit-missing');
    expect(used).toContain('permit.occupier-code-wrong');
  });
  it.each([...used].sort())('%s', (code) => {
    expect(permitTexts[code]).toBeDefined();
  });
  it('and nothing is said that is never asked', () => {
    const mute = /^(message\.|permit\.suspended-because\.)/;
    const all = sources.join('\n');
    expect(Object.keys(permitTexts).filter((code) => !mute.test(code) && !all.includes(`'${code}'`))).toEqual([]);
  });
});
