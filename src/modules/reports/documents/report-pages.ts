import { CHAPTERS, COMPARED, isShare, type Chapter, type Figure } from '../../../domain/reports/figures';
import { REPORT_WORDS } from '../../../domain/reports/words';
import { REGISTRY_WORDS } from '../../../domain/registry/words';
import { VIOLATION_WORDS } from '../../../domain/violations/words';
import type { Language } from '../../../kernel/language';
import type { FigureLine, ReportPart } from '../report.dto';
import type { ReportContent } from '../compose-report';

export type CellValue = string | number | null;

/** A table of a report, whatever paper it is put on. Numbers stay numbers. */
export interface ReportTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Said in place of no rows. */
  readonly nothing?: string;
}

export interface ReportPages {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tables: readonly ReportTable[];
}

const CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** A report in a person's language, as tables. Times are those of China. */
export function reportPages(report: ReportContent, isHandedIn: boolean, language: Language): ReportPages {
  const words = REPORT_WORDS[language];
  const { from, to, name } = report.period;
  const standing = [...(report.running ? [words.running] : []), ...(isHandedIn ? [words.handedIn] : [])];
  return {
    title: `${report.regionName} ${words.kind[report.kind]}`,
    lines: [
      `${name}: ${from} — ${to}`,
      [words.madeAt.replace('{time}', CHINA.format(new Date(report.madeAt))), ...standing].join(' · '),
    ],
    tables: [
      ...(Object.keys(CHAPTERS) as Chapter[]).map((chapter) => chapterTable(chapter, report, language)),
      comparedTable(words.byPart, words.part, report.parts, (part) => partName(part, report, language), language),
      comparedTable(words.byTrade, words.trade, report.trades, ({ code }) => tradeName(code, language), language),
      overdueTable(report, language),
      { title: words.howTitle, header: [words.item, ''], rows: explained(language) },
    ].filter(({ rows, title }) => rows.length > 0 || title === words.overdue),
  };
}

function chapterTable(chapter: Chapter, { kind, total }: ReportContent, language: Language): ReportTable {
  const words = REPORT_WORDS[language];
  const lines = CHAPTERS[chapter].map((figure) => total.find((line) => line.figure === figure)).filter((line) => line !== undefined); // prettier-ignore
  return {
    title: words.chapter[chapter],
    header: [words.item, words.now[kind], words.before[kind], words.change, words.lastYear],
    rows: lines.map((line) => [figureName(line.figure, language), ...values(line)]),
  };
}

/** Now, before, what changed, last year. */
function values({ figure, now, before, lastYear }: FigureLine): CellValue[] {
  const [a, b, c] = [now, before, lastYear].map((value) => shown(figure, value));
  return [a!, b!, a === null || b === null ? null : rounded((a as number) - (b as number)), c!];
}

function comparedTable(
  title: string,
  first: string,
  parts: readonly ReportPart[],
  name: (part: ReportPart) => string,
  language: Language,
): ReportTable {
  const cell = (part: ReportPart, figure: Figure): CellValue =>
    shown(figure, part.figures.find((line) => line.figure === figure)?.now ?? null);
  return {
    title,
    header: [first, ...COMPARED.map((figure) => figureName(figure, language))],
    rows: parts.map((part) => [name(part), ...COMPARED.map((figure) => cell(part, figure))]),
  };
}

function overdueTable({ overdue }: ReportContent, language: Language): ReportTable {
  const words = REPORT_WORDS[language];
  const { columns } = words;
  const kinds: Readonly<Record<string, string>> = VIOLATION_WORDS[language].kind;
  return {
    title: words.overdue,
    header: [columns.kind, columns.place, columns.enterprise, columns.who, columns.due, columns.late],
    rows: overdue.map((one) => [
      ...[kinds[one.kind] ?? one.kind, one.place ?? '', one.enterpriseName ?? '', one.who ?? words.nobody, one.dueOn],
      words.days.replace('{n}', String(one.daysLate)),
    ]),
    nothing: words.overdueNone,
  };
}

const explained = (language: Language): CellValue[][] =>
  [...new Set<Figure>(Object.values(CHAPTERS).flat())].map((figure) => [
    figureName(figure, language),
    REPORT_WORDS[language].how[figure],
  ]);

function figureName(figure: Figure, language: Language): string {
  const words = REPORT_WORDS[language];
  const name = words.figure[figure];
  return isShare(figure) ? words.percent.replace('{name}', name) : name;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
const shown = (figure: Figure, value: number | null): number | null =>
  value === null ? null : isShare(figure) ? rounded(value * 100) : value;

const partName = ({ code, name }: ReportPart, { regionCode }: ReportContent, language: Language): string =>
  code === regionCode ? REPORT_WORDS[language].itself.replace('{name}', name ?? code) : (name ?? code);

function tradeName(code: string, language: Language): string {
  const words: Readonly<Record<string, string>> = REGISTRY_WORDS[language].industry;
  return words[code] ?? code;
}
