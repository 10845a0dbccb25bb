import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { INSPECTION_KINDS, type InspectionKind } from '../../domain/inspections/inspection-life-cycle';
import { OFFENDERS, type OffenderKind } from '../../domain/oversight/repeat-offender';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { PageQuery } from '../../platform/http/page';

const REGION = /^\d{2,12}$/;

export class OffenderQuery extends PageQuery {
  @IsIn(OFFENDERS)
  @ApiProperty({ enum: OFFENDERS })
  kind: OffenderKind;

  /** A region with all below it; without it: the caller's. */
  @IfGiven()
  @Matches(REGION)
  @ApiPropertyOptional()
  regionCode?: string;
}

export class ActingQuery {
  /** A region with all below it; without it: the caller's. */
  @IfGiven()
  @Matches(REGION)
  @ApiPropertyOptional()
  regionCode?: string;
}

export class OffenderView {
  id: string;
  name: string;
  regionCode: string;

  /** Findings confirmed within the months of the rule. */
  confirmed: number;

  open: number;

  /** Of them falsely rectified. */
  falsely: number;

  lastAt: string;
}

export class OffenderPage {
  @ApiProperty({ type: [OffenderView] })
  items: OffenderView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;

  /** So many within so many months: rule `supervision.repeat-offenders`. */
  times: number;

  months: number;
}

export class CaseRepeat {
  @ApiProperty({ enum: OFFENDERS })
  kind: OffenderKind;

  id: string;

  /** Until it was found, this case among them where it is confirmed. */
  confirmed: number;

  repeat: boolean;
}

export class CaseVisit {
  id: string;

  @ApiProperty({ enum: INSPECTION_KINDS })
  kind: InspectionKind;

  at: string;

  @ApiProperty({ type: [String] })
  officers: string[];

  findings: number;

  @ApiProperty({ type: String, nullable: true })
  result: string | null;
}

export class CaseApproval {
  permitId: string;
  permitNumber: string;
  name: string;
  role: string;
  at: string;

  /** Of the work at which it was found. */
  ofThisWork: boolean;
}

export class CaseBackground {
  /** Grave, or a major hazard: then it is shown who inspected and approved there before. */
  looksBack: boolean;

  /** So many months before it was found. */
  months: number;

  @ApiProperty({ type: [CaseRepeat] })
  repeats: CaseRepeat[];

  /** Months of `repeats`. */
  repeatMonths: number;

  @ApiProperty({ type: [CaseVisit] })
  visits: CaseVisit[];

  @ApiProperty({ type: [CaseApproval] })
  approvals: CaseApproval[];
}

export class OfficerActingView {
  id: string;
  name: string;
  visited: number;
  withFindings: number;

  /** Visits with findings of which none was acted on (只检查不处理). */
  onlyChecked: number;

  findings: number;
  acted: number;
  closed: number;
}

export class TownActingView {
  regionCode: string;
  name: string;
  visited: number;
  onlyChecked: number;

  /** Confirmed cases. */
  found: number;

  acted: number;
  closed: number;

  /** Falsely rectified. */
  falsely: number;
}

export class ActingFigures {
  since: string;

  @ApiProperty({ type: [OfficerActingView] })
  officers: OfficerActingView[];

  @ApiProperty({ type: [TownActingView] })
  towns: TownActingView[];
}
