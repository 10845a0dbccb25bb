import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Measured } from './measure';

export interface Report {
  readonly name: string;
  /** One paragraph: what was done on how much. */
  readonly work: string;
  readonly aim: string;
  /** What the bench is there for: docs/quality.md shows these. */
  readonly figures?: readonly Figure[];
  readonly measured: readonly Measured[];
  readonly notes?: readonly string[];
}

/** One measured value beside its aim. */
export interface Figure {
  readonly name: string;
  readonly aim: string;
  readonly measured: string;
  /** To what does the same work without the platform, in the same run. */
  readonly ratio?: string;
  readonly met: boolean;
}

export const REPORTS = join(__dirname, '../reports');

/** Writes `bench/reports/<name>.md` with machine, date and commit; a figure without them says nothing. */
export function writeReport(report: Report): string {
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, `${report.name}.md`);
  writeFileSync(file, textOf(report));
  return file;
}

function textOf({ name, work, aim, figures = [], measured, notes = [] }: Report): string {
  return [
    `# ${name}`,
    '',
    `${machine()}; ${new Date().toISOString().slice(0, 16)}Z; commit ${commit()}.`,
    '',
    work,
    '',
    `Aim: ${aim}`,
    '',
    ...(figures.length > 0 ? [...figuresTable(figures), ''] : []),
    '| | calls | calls/s | mean ms | p50 | p95 | p99 |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...measured.map(
      (row) =>
        `| ${row.name} | ${row.calls} | ${row.perSecond.toFixed(0)} | ${row.mean.toFixed(1)} | ${row.p50.toFixed(1)} | ${row.p95.toFixed(1)} | ${row.p99.toFixed(1)} |`,
    ),
    '',
    ...notes.map((note) => `- ${note}`),
    ...(notes.length > 0 ? [''] : []),
  ].join('\n');
}

const FIGURES_HEAD = ['| figure | aim | measured | of the limit alone | met |', '| --- | --- | --: | --: | --- |'];

const figuresTable = (figures: readonly Figure[]): string[] => [
  ...FIGURES_HEAD,
  ...figures.map(
    ({ name, aim, measured, ratio = '–', met }) =>
      `| ${name} | ${aim} | ${measured} | ${ratio} | ${met ? 'yes' : 'no'} |`,
  ),
];

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.version}`;

/** Short, with a word where `src` or `migrations` differ from it. */
export function commit(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: __dirname }).toString().trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', '../../src', '../../migrations') === '' ? '' : ' with local changes'}`;
  } catch {
    return 'unknown';
  }
}
