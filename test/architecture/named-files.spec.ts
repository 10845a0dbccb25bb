import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** `src/…` may be left out where a room is named. */
const NAMED =
  /`((?:src|test|bench|migrations|scripts|seeds|web|docs|platform|modules|gateway|domain|kernel)\/[\w./-]+\.(?:ts|mjs|mts|vue|md|json|txt))`/g;
const pathsIn = (text: string): string[] => [...text.matchAll(NAMED)].map(([, path = '']) => path);
const isThere = (path: string): boolean => existsSync(join(ROOT, path)) || existsSync(join(ROOT, 'src', path));

/** Decisions tell of their day; a file that they name may have gone since. */
const pages = readdirSync(join(ROOT, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, paths: pathsIn(readFileSync(join(ROOT, 'docs', name), 'utf8')) }));

/** Pages that prove a claim by a test. */
const PROVING = ['asvs.md', 'security.md', 'threat-model.md'];

describe('files that the documents name', () => {
  it('are found in the text', () => {
    expect(pathsIn('see `test/a.spec.ts`, `platform/auth/b.ts` and `npm test`')).toEqual(['test/a.spec.ts', 'platform/auth/b.ts']); // prettier-ignore
    for (const name of PROVING) expect(pages.find((page) => page.name === name)?.paths.length).toBeGreaterThan(30);
  });

  it.each(pages)('of $name are all there', ({ paths }) => {
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });
});
