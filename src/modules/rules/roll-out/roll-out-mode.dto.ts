import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import {
  ROLL_OUT_MODES,
  ROLL_OUT_TOPICS,
  type RollOutMode,
  type RollOutTopic,
} from '../../../domain/authorization/roll-out-modes';
import type { Stage } from '../../../domain/rules/succession';
import { PageQuery } from '../../../platform/http/page';
import { IsDayOrTime } from '../../../platform/http/times.decorator';
import { MayMiss } from '../../../platform/http/may-miss.decorator';

const REGION = /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/;
const STAGES: readonly Stage[] = ['past', 'running', 'planned'];

export class PlanModeRequest {
  @IsIn(ROLL_OUT_TOPICS)
  @ApiProperty({ enum: ROLL_OUT_TOPICS })
  topic: RollOutTopic;

  @IsIn(ROLL_OUT_MODES)
  @ApiProperty({ enum: ROLL_OUT_MODES })
  mode: RollOutMode;

  /** With all below it that plan nothing of their own. Without it: the caller's own region. */
  @MayMiss()
  @Matches(REGION)
  regionCode?: string;

  /** At least a minute ahead. A date begins at midnight in China. */
  @IsDayOrTime()
  @ApiProperty({ example: '2027-01-01' })
  validFrom: string;
}

export class RollOutModesQuery extends PageQuery {
  /** Modes that hold in this region or in a part of it. */
  @IsOptional()
  @Matches(REGION)
  regionCode?: string;

  @IsOptional()
  @IsIn(ROLL_OUT_TOPICS)
  @ApiPropertyOptional({ enum: ROLL_OUT_TOPICS })
  topic?: RollOutTopic;
}

export class RollOutModeView {
  id: string;

  @ApiProperty({ type: String, nullable: true, description: 'null: the whole country' })
  regionCode: string | null;

  @ApiProperty({ enum: ROLL_OUT_TOPICS })
  topic: RollOutTopic;

  @ApiProperty({ enum: ROLL_OUT_MODES })
  mode: RollOutMode;

  @ApiProperty({ format: 'date-time' })
  validFrom: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  validTo: string | null;

  @ApiProperty({ enum: STAGES })
  stage: Stage;
}

export class RollOutModePage {
  @ApiProperty({ type: [RollOutModeView] })
  items: RollOutModeView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
