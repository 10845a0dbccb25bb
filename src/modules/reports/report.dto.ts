import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { BEHIND, FLOWS, MEANS, SHARES, STOCKS, type Figure, type Shown } from '../../domain/reports/figures';
import { REPORT_KINDS, type ReportKind } from '../../domain/reports/report-period';
import { PageQuery } from '../../platform/http/page';
import { REGION_CODE } from '../../kernel/region-code';

const BEHIND_ONES: readonly Figure[] = BEHIND;
const FIGURES = [...FLOWS, ...STOCKS, ...SHARES, ...MEANS].filter((figure) => !BEHIND_ONES.includes(figure));

class RegionQuery {
  /** Narrows the caller’s own region. */
  @IsOptional()
  @Matches(REGION_CODE)
  regionCode?: string;
}

export class WeeklyQuery extends RegionQuery {
  /** As in `2026-W48`; without it the newest week that is over. */
  @IsOptional()
  @Matches(/^\d{4}-W\d{2}$/)
  @ApiPropertyOptional({ example: '2026-W48' })
  week?: string;
}

export class MonthlyQuery extends RegionQuery {
  /** As in `2026-11`; without it the newest month that is over. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}$/)
  @ApiPropertyOptional({ example: '2026-11' })
  month?: string;
}

export class ReportListQuery extends PageQuery {
  @IsOptional()
  @IsIn(REPORT_KINDS)
  @ApiPropertyOptional({ enum: REPORT_KINDS })
  kind?: ReportKind;
}

class ReportDays {
  @ApiProperty({ example: '2026-W48' })
  name: string;

  /** First day. */
  @ApiProperty({ format: 'date' })
  from: string;

  /** Last day. */
  @ApiProperty({ format: 'date' })
  to: string;
}

export class FigureLine {
  @ApiProperty({ enum: FIGURES })
  figure: Shown;

  /** A count, a share from 0 to 1, or an average in hours; null where there is nothing to divide by. */
  now: number | null;
  before: number | null;
  lastYear: number | null;
}

export class ReportPart {
  /** A region, or a trade. */
  code: string;

  /** Null for a trade: its words are the domain’s. */
  name: string | null;
  figures: FigureLine[];
}

export class RefusalLine {
  /** A finding, as in `permit.expired`. */
  code: string;

  /** Refused scans with this reason; one with two reasons counts at both. */
  now: number;
  before: number;
  lastYear: number;
}

export class OverdueCase {
  id: string;
  kind: string;
  place: string | null;
  enterpriseName: string | null;
  who: string | null;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  /** Whole days past the due date when the period ended. */
  daysLate: number;
}

export class OverdueCheck {
  id: string;
  enterpriseName: string;
  regionName: string | null;

  /** First day of the month or quarter that was to be checked. */
  @ApiProperty({ format: 'date' })
  periodFrom: string;

  @ApiProperty({ format: 'date' })
  periodTo: string;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  /** Whole days past the due date when the period ended. */
  daysLate: number;
}

export class Report {
  @ApiProperty({ enum: REPORT_KINDS })
  kind: ReportKind;
  period: ReportDays;
  before: ReportDays;
  lastYear: ReportDays;
  regionCode: string;
  regionName: string;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  /** Null: not handed in, made for this question. */
  id: string | null;

  /** The period is not over. */
  running: boolean;
  total: FigureLine[];
  parts: ReportPart[];
  trades: ReportPart[];

  /** Absent where a report was handed in before reasons were counted. */
  refusals?: RefusalLine[];
  overdue: OverdueCase[];

  /** Absent where a report was handed in before self-checks were counted. */
  overdueChecks?: OverdueCheck[];
}

export class ReportListItem {
  id: string;

  @ApiProperty({ enum: REPORT_KINDS })
  kind: ReportKind;
  period: string;
  regionCode: string;
  regionName: string;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  /** Null: the schedule. */
  madeBy: string | null;
}

export class ReportListPage {
  items: ReportListItem[];
  nextCursor: string | null;
}
