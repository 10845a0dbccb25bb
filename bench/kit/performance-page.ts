import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORTS } from './report';

const PAGE = join(__dirname, '../../docs/quality.md');
const BEGIN = '<!-- performance:begin -->';
const END = '<!-- performance:end -->';
const HEAD = [
  '| | Aim | Measured | Of the limit alone | Met | Command | Machine, date, commit |',
  '| --- | --- | --: | --: | --- | --- | --- |',
];

/** Puts the figures of the reports into docs/quality.md; returns its path. */
export function writePerformance(): string {
  writeFileSync(PAGE, withFigures(readFileSync(PAGE, 'utf8')));
  return PAGE;
}

/** The page as it has to be after the reports: a test holds that it is. */
export function withFigures(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/quality.md has no ${BEGIN} … ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${[...HEAD, ...rows()].join('\n')}\n\n${page.slice(end)}`;
}

const rows = (): string[] =>
  readdirSync(REPORTS)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => figuresIn(file.slice(0, -3), readFileSync(join(REPORTS, file), 'utf8')));

/** A report begins with its name and where it was made; its figures are the table with five columns. */
export function figuresIn(name: string, report: string): string[] {
  const lines = report.split('\n');
  const head = lines.findIndex((line) => line.startsWith('| figure |'));
  if (head < 0) return [];
  const figures = lines.slice(head + 2);
  const made = (lines[2] ?? '').replace(/\.$/, '');
  return figures.slice(0, figures.indexOf('')).map((line) => {
    const [figure, aim, measured, ratio, met] = line.slice(1, -1).split('|').map((cell) => cell.trim()); // prettier-ignore
    return `| ${figure} | ${aim} | ${measured} | ${ratio} | ${met} | \`npm run bench -- ${name}\` | [${made}](../bench/reports/${name}.md) |`;
  });
}
