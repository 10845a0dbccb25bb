import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
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
import { REGION_CODE } from '../../../kernel/region-code';

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
  @Matches(REGION_CODE)
  regionCode?: string;

  /** At least a minute ahead. A date begins at midnight in China. */
  @IsDayOrTime()
  @ApiProperty({ example: '2027-01-01' })
  validFrom: string;

  /** Signs for a check that would refuse more honest people than the rule allows (`mode.needs-reason`). */
  @MayMiss()
  @IsString()
  @Length(4, 500)
  @Matches(/\S{2}/)
  reason?: string;
}

export class RollOutModesQuery extends PageQuery {
  /** Modes that hold in this region or in a part of it. */
  @IsOptional()
  @Matches(REGION_CODE)
  regionCode?: string;

  @IsOptional()
  @IsIn(ROLL_OUT_TOPICS)
  @ApiPropertyOptional({ enum: ROLL_OUT_TOPICS })
  topic?: RollOutTopic;
}

export class ForeseenModeView {
  scans: number;

  /** Refused by the plan alone. */
  newlyRefused: number;
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

  /** Why it is enforced although many would be refused. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  /** What the last 7 days foretold when it was planned; null unless it is enforced. */
  @ApiProperty({ type: ForeseenModeView, nullable: true })
  foreseen: ForeseenModeView | null;
}

export class RollOutModePage {
  @ApiProperty({ type: [RollOutModeView] })
  items: RollOutModeView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
