import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LeakedPasswords } from '../../../src/modules/identity/passwords/leaked-passwords';

const folder = mkdtempSync(join(tmpdir(), 'hanan-leaked-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase();
const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, n) => `password ${from + n}`);

/** A file as the download tools of such lists write it. */
function list(name: string, passwords: readonly string[], line: (hash: string, n: number) => string, end = '\n') {
  const file = join(folder, name);
  writeFileSync(file, passwords.map(sha1).sort().map(line).join(end) + (passwords.length > 0 ? end : ''));
  return new LeakedPasswords({ leakedPasswordsFile: file });
}

describe('a list of leaked passwords', () => {
  it.each([
    ['with counts', (hash: string, n: number) => `${hash}:${10 ** (n % 8)}`, '\n'],
    ['without', (hash: string) => hash, '\n'],
    ['in small letters', (hash: string) => hash.toLowerCase(), '\n'],
    ['as Windows ends lines', (hash: string) => `${hash}:3`, '\r\n'],
  ] as const)(
    '%s: each of 500 is found, the first and the last too, and none of 500 others',
    async (name, line, end) => {
      const leaked = list(name, numbered(0, 500), line, end);
      const known = async (some: readonly string[]) => (await Promise.all(some.map((one) => leaked.knows(one)))).filter(Boolean).length; // prettier-ignore
      expect([await known(numbered(0, 500)), await known(numbered(500, 1_000))]).toEqual([500, 0]);
    },
  );

  it('of one, of none, and none at all', async () => {
    expect(await list('one', ['only'], (hash) => hash).knows('only')).toBe(true);
    expect(await list('empty', [], (hash) => hash).knows('only')).toBe(false);
    expect(await new LeakedPasswords({ leakedPasswordsFile: null }).knows('only')).toBe(false);
  });

  it('that has gone is a fault, not a yes', async () => {
    await expect(new LeakedPasswords({ leakedPasswordsFile: join(folder, 'gone') }).knows('x')).rejects.toThrow(
      'ENOENT',
    );
  });
});
