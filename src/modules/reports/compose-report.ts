import { CHAPTERS, COMPARED, summed, valueOf, type Shown } from '../../domain/reports/figures';
import { periodBefore, periodLastYear, type ReportPeriod } from '../../domain/reports/report-period';
import { INDUSTRIES } from '../../domain/registry/industry';
import type { RegionCode } from '../../kernel/region-code';
import { DAY, isoTime, shanghaiDate, type Instant, type Period } from '../../kernel/time';
import type { FigureRow } from './figures.view';
import type { OverdueRow } from './overdue.view';
import type { RefusalRow } from './refusals.view';
import type { FigureLine, OverdueCase, OverdueCheck, RefusalLine, Report, ReportPart } from './report.dto';

/** What a report is made of; the same when it is handed in and when it is only looked at. */
export type ReportContent = Omit<Report, 'id'>;

export interface Named {
  readonly code: RegionCode;
  readonly name: string;
}

/** What was counted. */
export interface CountedRows {
  readonly figures: readonly FigureRow[];
  readonly refusals: readonly RefusalRow[];
  readonly overdue: readonly OverdueRow[];
  readonly overdueChecks: OverdueCheck[];
}

/** The period itself, the one before, and the same time last year; each cut at now where it still runs. */
export function comparedPeriods(
  period: ReportPeriod,
  at: Instant,
): readonly (ReportPeriod & { readonly cut: Period })[] {
  return [period, periodBefore(period), periodLastYear(period)].map((one) => ({
    ...one,
    cut: { from: one.from, to: Math.min(one.to, at) },
  }));
}

export function composeReport(
  period: ReportPeriod,
  region: Named,
  children: readonly Named[],
  { figures: rows, refusals, overdue, overdueChecks }: CountedRows,
  at: Instant,
): ReportContent {
  const [now, before, lastYear] = comparedPeriods(period, at);
  const until = now!.cut.to;
  return {
    kind: period.kind,
    period: daysOf(now!),
    before: daysOf(before!),
    lastYear: daysOf(lastYear!),
    regionCode: region.code,
    regionName: region.name,
    madeAt: isoTime(at),
    running: at < period.to,
    total: lines(Object.values(CHAPTERS).flat(), rows),
    parts: partsOf(region, children, rows),
    trades: INDUSTRIES.map((code) => ({
      code,
      name: null,
      figures: lines(
        COMPARED,
        rows.filter(({ industry }) => industry === code),
      ),
    })),
    refusals: refusalLines(refusals),
    overdue: overdue.map((one) => overdueCase(one, until)),
    overdueChecks,
  };
}

const daysOf = ({ name, from, to }: ReportPeriod): Report['period'] => ({
  name,
  from: shanghaiDate(from),
  to: shanghaiDate(to - 1),
});

function lines(figures: readonly Shown[], rows: readonly FigureRow[]): FigureLine[] {
  const [now, before, lastYear] = [0, 1, 2].map((n) => summed(rows.filter(({ period }) => period === n)));
  return figures.map((figure) => ({
    figure,
    now: valueOf(figure, now!),
    before: valueOf(figure, before!),
    lastYear: valueOf(figure, lastYear!),
  }));
}

/** The most frequent reason of this period first. */
function refusalLines(rows: readonly RefusalRow[]): RefusalLine[] {
  const counted = (code: string, period: number): number =>
    rows.find((row) => row.code === code && row.period === period)?.n ?? 0;
  return [...new Set(rows.map(({ code }) => code))]
    .map((code) => ({ code, now: counted(code, 0), before: counted(code, 1), lastYear: counted(code, 2) }))
    .sort((a, b) => b.now - a.now || b.before - a.before || (a.code < b.code ? -1 : 1));
}

/** Each part of the region, and what belongs to none of them: the numbers of the table add up to the total. */
function partsOf(region: Named, children: readonly Named[], rows: readonly FigureRow[]): ReportPart[] {
  const known = new Set(children.map(({ code }) => code));
  const part = ({ code, name }: Named, of: readonly FigureRow[]): ReportPart => ({
    code,
    name,
    figures: lines(COMPARED, of),
  });
  const rest = rows.filter((row) => !known.has(row.part));
  const parts = children.map((child) =>
    part(
      child,
      rows.filter((row) => row.part === child.code),
    ),
  );
  return children.length > 0 && rest.length > 0 ? [...parts, part(region, rest)] : parts;
}

function overdueCase(
  { id, kind, place, regionName, enterpriseName, who, dueAt }: OverdueRow,
  until: Instant,
): OverdueCase {
  return {
    id,
    kind,
    place: place ?? regionName,
    enterpriseName,
    who,
    dueOn: shanghaiDate(dueAt),
    daysLate: Math.floor((until - dueAt) / DAY),
  };
}
