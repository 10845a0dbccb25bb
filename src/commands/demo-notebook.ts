import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoCounty } from '../../seeds/demo/demo-context';

/** What the demo of one installation has to remember. Secrets of its chips follow from `chipSeed`. */
export interface Notebook {
  /** Of all demo people; different on each installation. */
  readonly password: string;
  readonly chipSeed: string;
  /** What was made, once it was made. */
  readonly county: DemoCounty | null;
}

const fileIn = (dataDir: string): string => join(dataDir, 'demo.json');

/** Without those that a person confuses on paper: 0 and o, 1 and l and i. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export function openNotebook(dataDir: string): Notebook {
  const file = fileIn(dataDir);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Notebook;
  const made = { password: newPassword(), chipSeed: randomBytes(32).toString('hex'), county: null };
  keepNotebook(dataDir, made);
  return made;
}

/** Readable by nobody else: the password opens every account of the demo. */
export function keepNotebook(dataDir: string, notebook: Notebook): void {
  mkdirSync(dataDir, { recursive: true });
  const file = fileIn(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(notebook, null, 1)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Three groups of four: short enough to type into a phone, 59 bits. */
const newPassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-',
  );
