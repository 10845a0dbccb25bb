import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SRC = join(__dirname, '../../src');

const filesWith = (words: RegExp): string[] =>
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => words.test(readFileSync(file, 'utf8')))
    .map((file) => relative(SRC, file))
    .sort();

describe('how the rooms are wired', () => {
  it('only the platform is there for everybody, and the ports, which app.module.ts wires', () => {
    expect(filesWith(/@Global\(|global: true/)).toEqual(['app.module.ts', 'platform/platform.module.ts']);
  });

  it('no room waits for one that waits for it', () => {
    expect(filesWith(/forwardRef\(/)).toEqual([]);
  });
});
