/** Words of a report that something is put into. */
export interface ReportPhrases {
  /** A share's name with its unit, so that its cells are numbers. */
  readonly percent: string;
  /** What belongs to none of a region's parts. */
  readonly itself: string;
  readonly days: string;
  readonly madeAt: string;
}

export const reportPhrases: ReportPhrases = {
  percent: '{name}（%）',
  itself: '{name}本级',
  days: '{n} 天',
  madeAt: '生成时间 {time}',
};
