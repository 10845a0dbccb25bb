import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from './fault';

export interface Tried {
  readonly name: string;
  readonly title: string;
  readonly seconds: number;
  readonly outcome?: Outcome;
  readonly failure?: string;
  readonly lacking?: string;
  readonly inTests?: string;
}

const FOLDER = join(__dirname, '../reports');

/** A file for each run of the long form: machine, date, commit and seed with every count. */
export function writeReport({ seed, tried }: { readonly seed: number; readonly tried: readonly Tried[] }): string {
  mkdirSync(FOLDER, { recursive: true });
  const at = new Date().toISOString().slice(0, 16);
  const file = join(FOLDER, `${at.replaceAll(':', '')}.md`);
  writeFileSync(
    file,
    [
      '# Faults, long form',
      '',
      `${machine()}; ${at}Z; commit ${commit()}; FAULT_SEED=${seed}.`,
      '',
      '| | Fault | Tried | Lost | Doubled | s |',
      '| --- | --- | --- | --: | --: | --: |',
      ...tried.map(rowOf),
      '',
    ].join('\n'),
  );
  return file;
}

function rowOf({ name, title, seconds, outcome, failure, lacking }: Tried): string {
  const said =
    outcome?.tried ?? (failure === undefined ? `not tried: ${lacking}` : `**failed**: ${failure.split('\n')[0]}`);
  return `| ${name} | ${title} | ${said} | ${outcome?.lost ?? ''} | ${outcome?.doubled ?? ''} | ${seconds} |`;
}

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.version}`;

/** Of a copy without its history nothing is known. */
function commit(): string {
  try {
    return commitOfGit();
  } catch {
    return 'unknown';
  }
}

function commitOfGit(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: __dirname }).toString().trim();
  const changed = git('status', '--porcelain', '--', '../../../src', '../../../migrations') !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${changed ? ' with local changes' : ''}`;
}
