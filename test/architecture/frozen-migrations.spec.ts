import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const LIST = 'test/architecture/frozen-migrations.txt';

type Hashes = ReadonlyMap<string, string>;

/** A checkout on Windows may end its lines otherwise. */
const hashOf = (text: string): string => createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');

/** Lines as `sha256sum` writes them. */
const listed = (): [path: string, hash: string][] =>
  readFileSync(join(ROOT, LIST), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => [line.slice(66), line.slice(0, 64)]);

const present = (): Hashes =>
  new Map(
    (readdirSync(join(ROOT, 'migrations'), { recursive: true }) as string[])
      .map((name) => `migrations/${name.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts'))
      .map((path) => [path, hashOf(readFileSync(join(ROOT, path), 'utf8'))]),
  );

/** What is wrong with the files, in words that say what to do. */
function objections(landed: Hashes, files: Hashes): string[] {
  const touched = [...landed]
    .filter(([path, hash]) => files.get(path) !== hash)
    .map(
      ([path]) =>
        `${path} is frozen: counties have run it, and would never see an edit. Take it back, write a new migration (migrations/README.md).`,
    );
  const added = [...files]
    .filter(([path]) => !landed.has(path))
    .map(([path, hash]) => `${path} is new. When it is ready to land, add to ${LIST}:\n${hash}  ${path}`);
  return [...touched, ...added];
}

describe('what a migration has done in an installed county is never edited', () => {
  it('each landed file of migrations/ is as it was when it landed, and each new one has its line', () => {
    expect(objections(new Map(listed()), present())).toEqual([]);
  });

  it('the list is in order and names each file once, so that branches that add lines merge', () => {
    const paths = listed().map(([path]) => path);
    expect(paths).toEqual([...new Set(paths)].sort());
  });

  it.each([
    ['an edited file', { 'migrations/rules/one.ts': hashOf('edited') }, 'write a new migration'],
    ['a file that is gone', {}, 'write a new migration'],
    ['a new file', { 'migrations/rules/one.ts': hashOf('landed'), 'migrations/2-new.ts': hashOf('new') }, 'add to'],
  ])('%s is told of', (_, files, advice) => {
    const landed = new Map([['migrations/rules/one.ts', hashOf('landed')]]);
    expect(objections(landed, new Map(Object.entries(files)))).toEqual([expect.stringContaining(advice)]);
  });
});
