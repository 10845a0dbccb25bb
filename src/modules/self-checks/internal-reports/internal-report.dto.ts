import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator'; // prettier-ignore
import {
  INTERNAL_REPORT_COMMANDS,
  INTERNAL_REPORT_STATES,
  REPORT_OUTCOMES,
  type InternalReportCommand,
  type InternalReportState,
  type ReportOutcome,
} from '../../../domain/self-checks/internal-report';
import { REWARD_STATES, type RewardState } from '../../../domain/tips/reward';
import { VIOLATION_STATES, type ViolationState } from '../../../domain/violations/violation-kinds';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';

export class ReportInternallyRequest {
  @IsString()
  @Length(2, 1_000)
  @Matches(/\S\s*\S/)
  text: string;

  @IfGiven()
  @IsString()
  @Length(1, 200)
  place?: string;

  /** Photos that the caller has uploaded. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(6)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  photoIds?: string[];

  /** Nobody of the enterprise is told who reported it. */
  @IfGiven()
  @IsBoolean()
  anonymous?: boolean;
}

export class AnswerReportRequest {
  @IsIn(REPORT_OUTCOMES)
  @ApiProperty({ enum: REPORT_OUTCOMES })
  outcome: ReportOutcome;

  @IsString()
  @Length(2, 1_000)
  @Matches(/\S\s*\S/)
  answer: string;
}

export class ProposeInternalRewardRequest {
  /** 0: praise or a thing, said in `what`. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  yuan: number;

  @IsString()
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  what: string;
}

export class RefuseInternalRewardRequest {
  @IsString()
  @Length(2, 300)
  @Matches(/\S/)
  reason: string;
}

export class InternalReportQuery extends PageQuery {
  @IsOptional()
  @IsIn(INTERNAL_REPORT_STATES)
  @ApiPropertyOptional({ enum: INTERNAL_REPORT_STATES })
  state?: InternalReportState;
}

export class InternalRewardView {
  @ApiProperty({ enum: REWARD_STATES })
  state: RewardState;

  yuan: number;
  what: string;
  proposedBy: string;

  @ApiProperty({ type: String, nullable: true })
  decidedBy: string | null;

  @ApiProperty({ type: String, nullable: true })
  refusedFor: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  receivedAt: string | null;
}

export class InternalReportView {
  id: string;

  @ApiProperty({ enum: INTERNAL_REPORT_STATES })
  state: InternalReportState;

  enterpriseName: string;
  regionName: string;
  text: string;

  @ApiProperty({ type: String, nullable: true })
  place: string | null;

  @ApiProperty({ type: [String] })
  photoIds: string[];

  /** Null where the reporter wished to stay unnamed. */
  @ApiProperty({ type: String, nullable: true })
  reporterName: string | null;

  @ApiProperty({ format: 'date-time' })
  reportedAt: string;

  @ApiProperty({ format: 'date-time' })
  dueAt: string;

  /** Since when the region sees it, because nobody answered in time. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  risenAt: string | null;

  @ApiProperty({ enum: REPORT_OUTCOMES, nullable: true, type: String })
  outcome: ReportOutcome | null;

  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  @ApiProperty({ type: String, nullable: true })
  answeredBy: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  answeredAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  violationId: string | null;

  @ApiProperty({ enum: VIOLATION_STATES, nullable: true, type: String })
  violationState: ViolationState | null;

  @ApiProperty({ type: InternalRewardView, nullable: true })
  reward: InternalRewardView | null;
}

export class InternalReportPage {
  @ApiProperty({ type: [InternalReportView] })
  items: InternalReportView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class InternalReportDetail extends InternalReportView {
  /** What the caller may do now. */
  @ApiProperty({ enum: INTERNAL_REPORT_COMMANDS, isArray: true })
  commands: InternalReportCommand[];
}
