import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator'; // prettier-ignore
import { OPERATIONS, type Operation } from '../../../domain/certificates/certificate';
import { INDUSTRIES, type Industry } from '../../../domain/registry/industry';
import { TRAINING_TOPICS, type TrainingTopic } from '../../../domain/training/topics';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsDay } from '../../../platform/http/times.decorator';

export class TrainingSection {
  @IsString()
  @Length(1, 80)
  @Matches(/\S/)
  title: string;

  @IsString()
  @Length(1, 20_000)
  @Matches(/\S/)
  text: string;
}

export class TargetGroupRequest {
  @IfGiven()
  @IsArray()
  @ArrayUnique()
  @IsIn(INDUSTRIES, { each: true })
  @ApiProperty({ enum: INDUSTRIES, isArray: true, required: false })
  industries?: Industry[];

  @IfGiven()
  @IsArray()
  @ArrayUnique()
  @IsIn(OPERATIONS, { each: true })
  @ApiProperty({ enum: OPERATIONS, isArray: true, required: false })
  operations?: Operation[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  enterpriseIds?: string[];
}

export class CreateCampaignRequest {
  @IsString()
  @Length(2, 100)
  @Matches(/\S{2}/)
  name: string;

  /** With all below it. Without it: the caller's own region. */
  @IfGiven()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  /** First day. Without it: today. */
  @IfGiven()
  @IsDay()
  startsOn?: string;

  /** Last day to pass. */
  @IsDay()
  dueOn: string;

  /** Without it: all welders of the region. */
  @IfGiven()
  @ValidateNested()
  @Type(() => TargetGroupRequest)
  target?: TargetGroupRequest;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => TrainingSection)
  @ApiProperty({ type: [TrainingSection], required: false })
  sections?: TrainingSection[];

  /** Pictures of the material, uploaded by the caller. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  photoIds?: string[];

  /** What the questions are about. Without it: everything. */
  @IfGiven()
  @IsArray()
  @ArrayUnique()
  @IsIn(TRAINING_TOPICS, { each: true })
  @ApiProperty({ enum: TRAINING_TOPICS, isArray: true, required: false })
  topics?: TrainingTopic[];

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(100)
  questionCount?: number;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(100)
  passPercent?: number;

  /** Whether a session has to be attended before the quiz counts. */
  @IfGiven()
  @IsBoolean()
  sessionRequired?: boolean;
}

export class CampaignView {
  id: string;
  name: string;
  regionCode: string;

  @ApiProperty({ format: 'date' })
  startsOn: string;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ enum: INDUSTRIES, isArray: true })
  industries: Industry[];

  @ApiProperty({ enum: OPERATIONS, isArray: true })
  operations: Operation[];

  @ApiProperty({ type: [String] })
  enterpriseIds: string[];

  @ApiProperty({ type: [TrainingSection] })
  sections: TrainingSection[];

  @ApiProperty({ type: [String] })
  photoIds: string[];

  @ApiProperty({ enum: TRAINING_TOPICS, isArray: true })
  topics: TrainingTopic[];

  questionCount: number;
  passPercent: number;
  sessionRequired: boolean;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  closedAt: string | null;
}

export class CampaignPage {
  @ApiProperty({ type: [CampaignView] })
  items: CampaignView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** What one welder has to do, and has done. */
export class MyCampaign {
  @ApiProperty({ type: CampaignView })
  campaign: CampaignView;

  attended: boolean;

  /** The quiz itself; a required session may still be missing. */
  quizPassed: boolean;

  @ApiProperty({ enum: ['due', 'overdue', 'passed'] })
  state: 'due' | 'overdue' | 'passed';

  @ApiProperty({ type: String, nullable: true, description: 'the pass' })
  passId: string | null;

  @ApiProperty({ type: String, nullable: true })
  code: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  validTo: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'the session signed in to and not out of' })
  openSessionId: string | null;
}

export class MyTraining {
  @ApiProperty({ type: [MyCampaign] })
  campaigns: MyCampaign[];
}
