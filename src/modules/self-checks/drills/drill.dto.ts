import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator'; // prettier-ignore
import { DRILL_KINDS, type DrillKind } from '../../../domain/self-checks/drill';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';
import { IsDay } from '../../../platform/http/times.decorator';

export class RecordDrillRequest {
  @IsIn(DRILL_KINDS)
  @ApiProperty({ enum: DRILL_KINDS })
  kind: DrillKind;

  @IsDay()
  @ApiProperty({ format: 'date' })
  heldOn: string;

  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  place: string;

  /** What was practised and how it went. */
  @IsString()
  @Length(2, 2_000)
  @Matches(/\S/)
  course: string;

  @IsInt()
  @Min(1)
  @Max(100_000)
  headCount: number;

  /** Names of those who took part. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  @ApiPropertyOptional({ type: [String] })
  people?: string[];

  /** Photos that the caller has uploaded. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiProperty({ type: [String] })
  photoIds: string[];

  @IfGiven()
  @IsString()
  @MaxLength(1_000)
  shortcomings?: string;

  /** What is done about the shortcomings. */
  @IfGiven()
  @IsString()
  @MaxLength(1_000)
  remedies?: string;
}

export class DrillQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;
}

export class DrillView {
  id: string;
  enterpriseId: string;
  enterpriseName: string;
  regionName: string;

  @ApiProperty({ enum: DRILL_KINDS })
  kind: DrillKind;

  @ApiProperty({ format: 'date' })
  heldOn: string;

  place: string;
  course: string;
  headCount: number;

  @ApiProperty({ type: [String] })
  people: string[];

  @ApiProperty({ type: [String] })
  photoIds: string[];

  shortcomings: string;
  remedies: string;

  @ApiProperty({ format: 'date' })
  nextDueOn: string;

  recordedBy: string;
}

export class DrillPage {
  @ApiProperty({ type: [DrillView] })
  items: DrillView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class DrillDutyQuery extends PageQuery {
  @IsOptional()
  @IsIn(['true'])
  @ApiPropertyOptional({ enum: ['true'], description: 'only those that are overdue' })
  overdue?: string;

  @IsOptional()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;
}

export class DrillDutyView {
  enterpriseId: string;
  enterpriseName: string;
  regionName: string;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  lastHeldOn: string | null;

  /** The last good day for the next one. */
  @ApiProperty({ format: 'date' })
  dueOn: string;

  overdue: boolean;
}

export class DrillDutyPage {
  @ApiProperty({ type: [DrillDutyView] })
  items: DrillDutyView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
