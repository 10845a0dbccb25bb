import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsObject, IsOptional, IsString, Length, Matches } from 'class-validator'; // prettier-ignore
import {
  INSPECTION_KINDS,
  INSPECTION_SOURCES,
  INSPECTION_STATES,
  INSPECTION_STEPS,
  type InspectionKind,
  type InspectionSource,
  type InspectionState,
  type InspectionStep,
} from '../../../domain/inspections/inspection-life-cycle';
import { KINDS, VIOLATION_STATES, type ViolationKind, type ViolationState } from '../../../domain/violations/violation-kinds'; // prettier-ignore
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';
import { PositionRequest } from '../../../platform/http/position.dto';
import { IsDay, IsTime } from '../../../platform/http/times.decorator';

export class PlanInspectionRequest {
  @IsIn(INSPECTION_KINDS)
  @ApiProperty({ enum: INSPECTION_KINDS })
  kind: InspectionKind;

  @IfGiven()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;

  /** As scanned: a spot check begins at a machine. */
  @IfGiven()
  @IsString()
  @Length(1, 200)
  machineCode?: string;

  @IfGiven()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  place?: string;

  @IfGiven()
  @Matches(/^(\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  /** Without it today. */
  @IfGiven()
  @IsDay()
  @ApiPropertyOptional({ format: 'date' })
  dueOn?: string;

  /** Who goes; without it the caller, on the spot. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  officerIds?: string[];
}

export class InspectionStepRequest extends PositionRequest {
  @IfGiven()
  @IsString()
  @Length(1, 1_000)
  note?: string;

  /** A photo that the caller has uploaded. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  photoId?: string;

  /** `look`: what the checklist says, `yes`, `no` or `not-applicable` by code. */
  @IfGiven()
  @IsObject()
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  answers?: Record<string, string>;

  /** `sign`: the responsible person and their drawn signature. */
  @IfGiven()
  @IsString()
  @Length(2, 64)
  signedName?: string;

  @IfGiven()
  @IsString()
  @Length(1, 40)
  signatureId?: string;

  /** When it was done, where it arrives later; never ahead of the platform’s clock. */
  @IfGiven()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  givenAt?: string;
}

export class InspectionQuery extends PageQuery {
  @IsOptional()
  @IsIn(['true'])
  @ApiPropertyOptional({ enum: ['true'], description: 'only where the caller goes, and what is not accepted yet' })
  mine?: string;

  @IsOptional()
  @IsIn(INSPECTION_STATES)
  @ApiPropertyOptional({ enum: INSPECTION_STATES })
  state?: InspectionState;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  drawId?: string;
}

export class InspectionView {
  id: string;

  @ApiProperty({ enum: INSPECTION_SOURCES })
  source: InspectionSource;

  @ApiProperty({ enum: INSPECTION_KINDS })
  kind: InspectionKind;

  @ApiProperty({ enum: INSPECTION_STATES })
  state: InspectionState;

  regionCode: string;
  regionName: string;

  @ApiProperty({ type: String, nullable: true })
  drawId: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  @ApiProperty({ type: String, nullable: true })
  machineName: string | null;

  @ApiProperty({ type: String, nullable: true })
  machineCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  place: string | null;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ type: [String] })
  officerNames: string[];

  findings: number;
  openCases: number;
}

export class InspectionPage {
  @ApiProperty({ type: [InspectionView] })
  items: InspectionView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class InspectionStepView {
  @ApiProperty({ enum: INSPECTION_STEPS })
  step: InspectionStep;

  by: string;

  @ApiProperty({ format: 'date-time' })
  givenAt: string;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: String, nullable: true })
  photoId: string | null;
}

export class InspectionCheckView {
  code: string;
  text: string;

  @ApiProperty({ enum: ['yes', 'no', 'not-applicable'], nullable: true, type: String })
  answer: string | null;
}

export class InspectionFindingView {
  violationId: string;

  @ApiProperty({ enum: KINDS })
  kind: ViolationKind;

  @ApiProperty({ enum: VIOLATION_STATES })
  state: ViolationState;

  description: string;
}

export class InspectionDetail extends InspectionView {
  @ApiProperty({ type: [InspectionCheckView] })
  checks: InspectionCheckView[];

  @ApiProperty({ type: [InspectionStepView] })
  steps: InspectionStepView[];

  @ApiProperty({ type: [InspectionFindingView] })
  findingList: InspectionFindingView[];

  @ApiProperty({ type: String, nullable: true })
  signedName: string | null;

  @ApiProperty({ type: String, nullable: true })
  signatureId: string | null;

  @ApiProperty({ type: String, nullable: true })
  result: string | null;

  /** Steps that are open to the caller. */
  @ApiProperty({ enum: INSPECTION_STEPS, isArray: true })
  open: InspectionStep[];

  /** The caller may write findings down. */
  takesFindings: boolean;
}
