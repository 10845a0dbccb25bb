import {
  CHAPTERS,
  COMPARED,
  COMPARED_ON_PHONES,
  isMean,
  isShare,
  type Chapter,
  type Shown,
} from '../../../domain/reports/figures';
import { FINDING_WORDS } from '../../../domain/authorization/words';
import { EXPLAINED, REPORT_PHRASES, REPORT_WORDS } from '../../../domain/reports/words';
import { REGISTRY_WORDS } from '../../../domain/registry/words';
import { VIOLATION_WORDS } from '../../../domain/violations/words';
import type { Language } from '../../../kernel/language';
import type { FigureLine, ReportPart } from '../report.dto';
import type { ReportContent } from '../compose-report';
import type { CellValue, Written } from './cells';

/** A table of a report, whatever paper it is put on. */
export interface ReportTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Said in place of no rows. */
  readonly nothing?: string;
  /** Narrow enough for half a page across. */
  readonly isHalf?: boolean;
  readonly endsInTotal?: boolean;
}

export interface ReportPages {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tables: readonly ReportTable[];
}

/** What a picture also needs to be told. */
export interface PicturePages extends ReportPages {
  /** Said below a table that is cut after some rows, of `{n}` more. */
  readonly more: string;
}

/** Paper holds everything; a phone what is read on one: few columns, this period's areas and trades, no explanations. */
export type Fit = 'paper' | 'phone';

const CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** A report in a person's language, as tables. Times are those of China. */
export function reportPages(
  report: ReportContent,
  isHandedIn: boolean,
  language: Language,
  fit: Fit = 'paper',
): PicturePages {
  const words = REPORT_WORDS[language];
  const standing = [...(report.running ? [words.running] : []), ...(isHandedIn ? [words.handedIn] : [])];
  const areas = { title: words.byPart, first: words.part, parts: report.parts, name: (part: ReportPart) => partName(part, report, language) }; // prettier-ignore
  const trades = { title: words.byTrade, first: words.trade, parts: report.trades, name: ({ code }: ReportPart) => tradeName(code, language) }; // prettier-ignore
  const explained: ReportTable = { title: words.howTitle, header: [words.item, ...Object.values(words.explained)], rows: explanations(language) }; // prettier-ignore
  return {
    title: `${report.regionName} ${words.kind[report.kind]}`,
    lines: [
      periodName(report, language),
      [REPORT_PHRASES[language].madeAt.replace('{time}', CHINA.format(new Date(report.madeAt))), ...standing].join(
        ' · ',
      ),
    ],
    tables: [
      ...(Object.keys(CHAPTERS) as Chapter[]).map((chapter) => chapterTable(chapter, report, language)),
      ...comparedTables(areas, report, language, fit),
      ...comparedTables(trades, report, language, fit),
      refusalTable(report, language),
      overdueTable(report, language),
      ...overdueChecksTables(report, language),
      ...(fit === 'paper' ? [explained] : []),
    ].filter(({ rows, nothing }) => rows.length > 0 || nothing !== undefined),
    more: REPORT_PHRASES[language].more,
  };
}

function periodName({ kind, period: { name, from, to } }: ReportContent, language: Language): string {
  const [year = '', part = ''] = name.split(/-W?/);
  const parts: Readonly<Record<string, string>> = { year, n: String(Number(part)), from, to };
  return REPORT_PHRASES[language].period[kind].replace(/\{(\w+)\}/g, (_, key: string) => parts[key] ?? '');
}

function chapterTable(chapter: Chapter, { kind, total }: ReportContent, language: Language): ReportTable {
  const words = REPORT_WORDS[language];
  const lines = CHAPTERS[chapter].map((figure) => total.find((line) => line.figure === figure)).filter((line) => line !== undefined); // prettier-ignore
  return {
    title: words.chapter[chapter],
    isHalf: true,
    header: [words.item, words.now[kind], words.before[kind], words.change, words.lastYear],
    rows: lines.map((line) => [figureName(line.figure, language), ...values(line)]),
  };
}

/** Now, before, what changed, last year. */
function values({ figure, now, before, lastYear }: FigureLine): CellValue[] {
  const [a, b, c] = [now, before, lastYear].map((value) => numberOf(figure, value));
  const change = a == null || b == null ? null : { ...written(figure, a - b), signed: true };
  return [shown(figure, a!), shown(figure, b!), change, shown(figure, c!)];
}

type Span = 'now' | 'before' | 'lastYear';

interface Compared {
  readonly title: string;
  readonly first: string;
  readonly parts: readonly ReportPart[];
  readonly name: (part: ReportPart) => string;
}

/** Areas or trades side by side and their total, once for each of the three periods. No table of noughts for a period without anything. */
function comparedTables(
  { title, first, parts, name }: Compared,
  { kind, total }: ReportContent,
  language: Language,
  fit: Fit,
): ReportTable[] {
  const words = REPORT_WORDS[language];
  const spans: readonly [Span, string][] = [['now', words.now[kind]], ['before', words.before[kind]], ['lastYear', words.lastYear]]; // prettier-ignore
  const figures: readonly Shown[] = fit === 'paper' ? COMPARED : COMPARED_ON_PHONES;
  const cells = (of: Pick<ReportPart, 'figures'>, span: Span): CellValue[] =>
    figures.map((figure) => shown(figure, numberOf(figure, of.figures.find((line) => line.figure === figure)?.[span] ?? null))); // prettier-ignore
  const all = { figures: total };
  const isCounted = (span: Span): boolean => total.some((line) => (line[span] ?? 0) !== 0);
  if (parts.length === 0) return [];
  return spans.slice(0, fit === 'paper' ? 3 : 1).map(([span, time]) => ({
    title: REPORT_PHRASES[language].comparedIn.replace('{title}', title).replace('{time}', time),
    header: [first, ...figures.map((figure) => figureName(figure, language))],
    rows: isCounted(span) || span === 'now' ? [...parts.map((part) => [name(part), ...cells(part, span)]), [words.total, ...cells(all, span)]] : [],
    nothing: words.nothingCounted,
    endsInTotal: true,
  })); // prettier-ignore
}

/** Absent where a report was handed in before reasons were counted. */
function refusalTable({ kind, refusals }: ReportContent, language: Language): ReportTable {
  const words = REPORT_WORDS[language];
  const names: Readonly<Record<string, string>> = FINDING_WORDS[language].finding;
  return {
    title: words.refusals,
    header: [words.reason, words.now[kind], words.before[kind], words.change, words.lastYear],
    rows: (refusals ?? []).map(({ code, now, before, lastYear }) => [
      ...[
        names[code] ?? words.otherReason,
        now,
        before,
        { value: now - before, digits: 0, signed: true } as const,
        lastYear,
      ],
    ]),
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
      REPORT_PHRASES[language].days.replace('{n}', String(one.daysLate)),
    ]),
    nothing: words.overdueNone,
  };
}

/** Absent where a report was handed in before self-checks were counted. */
function overdueChecksTables({ overdueChecks }: ReportContent, language: Language): ReportTable[] {
  if (!overdueChecks) return [];
  const { overdueChecks: title, overdueChecksNone: nothing, checkColumns: columns } = REPORT_WORDS[language];
  const { days, fromTo } = REPORT_PHRASES[language];
  return [
    {
      title,
      header: [columns.enterprise, columns.place, columns.period, columns.due, columns.late],
      rows: overdueChecks.map(({ enterpriseName, regionName, periodFrom, periodTo, dueOn, daysLate }) => [
        ...[enterpriseName, regionName ?? ''],
        fromTo.replace('{from}', periodFrom).replace('{to}', periodTo),
        ...[dueOn, days.replace('{n}', String(daysLate))],
      ]),
      nothing,
    },
  ];
}

const explanations = (language: Language): CellValue[][] =>
  [...new Set<Shown>(Object.values(CHAPTERS).flat())].map((figure) => {
    const { counts, source, leftOut } = EXPLAINED[language].figure[figure];
    return [figureName(figure, language), counts, source, leftOut];
  });

function figureName(figure: Shown, language: Language): string {
  const name = REPORT_WORDS[language].figure[figure];
  const { percent, hours } = REPORT_PHRASES[language];
  if (isShare(figure)) return percent.replace('{name}', name);
  return isMean(figure) ? hours.replace('{name}', name) : name;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
const hasTenths = (figure: Shown): boolean => isShare(figure) || isMean(figure);
/** A figure as it is written: a share in percent, with one digit. */
function numberOf(figure: Shown, value: number | null): number | null {
  if (value === null || !hasTenths(figure)) return value;
  return rounded(isShare(figure) ? value * 100 : value);
}
const written = (figure: Shown, value: number): Written => ({
  value: rounded(value),
  digits: hasTenths(figure) ? 1 : 0,
});
const shown = (figure: Shown, number: number | null): CellValue => {
  if (number === null) return null;
  return hasTenths(figure) ? written(figure, number) : number;
};

const partName = ({ code, name }: ReportPart, { regionCode }: ReportContent, language: Language): string =>
  code === regionCode ? REPORT_PHRASES[language].itself.replace('{name}', name ?? code) : (name ?? code);

function tradeName(code: string, language: Language): string {
  const words: Readonly<Record<string, string>> = REGISTRY_WORDS[language].industry;
  return words[code] ?? code;
}
