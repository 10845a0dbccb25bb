import type { ReportKind } from './report-period';

/** Words of a report that something is put into. */
export interface ReportPhrases {
  readonly period: Readonly<Record<ReportKind, string>>;
  /** A share's name with its unit, so that its cells are numbers. */
  readonly percent: string;
  /** The same for an average. */
  readonly hours: string;
  /** What belongs to none of a region's parts. */
  readonly itself: string;
  /** A table of areas or trades, of one of the periods. */
  readonly comparedIn: string;
  /** The month or quarter of a self-check. */
  readonly fromTo: string;
  readonly days: string;
  /** Below a list that is cut. */
  readonly more: string;
  readonly madeAt: string;
}

export const reportPhrases: ReportPhrases = {
  period: { weekly: '{year} 年第 {n} 周（{from} 至 {to}）', monthly: '{year} 年 {n} 月（{from} 至 {to}）' },
  percent: '{name}（%）',
  hours: '{name}（小时）',
  itself: '{name}本级',
  comparedIn: '{title}（{time}）',
  fromTo: '{from} 至 {to}',
  days: '{n} 天',
  more: '另有 {n} 条，见完整报告。',
  madeAt: '生成时间 {time}',
};
