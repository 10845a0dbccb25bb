import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { TIP_KINDS, TIP_OUTCOMES, type TipKind, type TipOutcome } from '../../../domain/tips/tip-kinds';
import { TIP_COMMANDS, TIP_STATES, type TipCommand, type TipState } from '../../../domain/tips/tip-life-cycle';
import { MOST_TIP_PHOTOS } from '../../../domain/tips/tip-limits';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';
import { RewardView } from '../rewards/reward.dto';

export class TipQuery extends PageQuery {
  @IsOptional()
  @IsIn(TIP_STATES)
  @ApiPropertyOptional({ enum: TIP_STATES })
  state?: TipState;
}

export class TipView {
  id: string;

  @ApiProperty({ enum: TIP_KINDS })
  kind: TipKind;

  @ApiProperty({ enum: TIP_STATES })
  state: TipState;

  text: string;
  regionCode: string;
  regionName: string;

  @ApiProperty({ type: Number, nullable: true })
  lat: number | null;

  @ApiProperty({ type: Number, nullable: true })
  lng: number | null;

  @ApiProperty({ type: String, nullable: true })
  machineId: string | null;

  @ApiProperty({ type: String, nullable: true })
  machineName: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'a code that no register knows' })
  codeText: string | null;

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;

  @ApiProperty({ type: String, nullable: true })
  handlerName: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  dueAt: string | null;

  @ApiProperty({ enum: TIP_OUTCOMES, nullable: true, type: String })
  outcome: TipOutcome | null;

  @ApiProperty({ type: String, nullable: true })
  violationId: string | null;

  photos: number;
}

export class TipPage {
  @ApiProperty({ type: [TipView] })
  items: TipView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class TipPhotoView {
  id: string;

  @ApiProperty({ enum: ['reporter', 'handler'] })
  takenBy: string;

  shownToHandler: boolean;
}

export class TipStepView {
  @ApiProperty({ enum: TIP_COMMANDS })
  command: TipCommand;

  by: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  /** The reporter reads it. */
  forReporter: boolean;
}

export class DuplicateTip {
  id: string;

  @ApiProperty({ enum: TIP_KINDS })
  kind: TipKind;

  @ApiProperty({ enum: TIP_STATES })
  state: TipState;

  text: string;
  sameMachine: boolean;
  sameKind: boolean;

  @ApiProperty({ type: Number, nullable: true })
  metres: number | null;

  minutesApart: number;
}

export class TipDetail extends TipView {
  @ApiProperty({ type: [TipPhotoView] })
  photoList: TipPhotoView[];

  @ApiProperty({ type: [TipStepView] })
  steps: TipStepView[];

  @ApiProperty({ type: [DuplicateTip] })
  duplicates: DuplicateTip[];

  @ApiProperty({ type: String, nullable: true })
  mergedInto: string | null;

  /** Somebody can be asked; who it is opens by `POST /tip-desk/{id}/identity` alone. */
  hasIdentity: boolean;

  @ApiProperty({ enum: TIP_COMMANDS, isArray: true })
  commands: TipCommand[];

  @ApiProperty({ type: RewardView, nullable: true })
  reward: RewardView | null;
}

export class TipCommandRequest {
  /** `dispatch`: an inspector or grid worker of the place. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  userId?: string;

  /** `dispatch`: what they are to look for, in the officer’s own words. */
  @IfGiven()
  @IsString()
  @Length(2, 1_000)
  @Matches(/\S/)
  task?: string;

  /** `dispatch`: which of the reporter’s photos go along. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_TIP_PHOTOS)
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  photoIds?: string[];

  /** `merge`: the tip that goes on. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  into?: string;

  /** `decline`, `answer`, `close`: the reporter reads it. */
  @IfGiven()
  @IsString()
  @Length(2, 1_000)
  @Matches(/\S/)
  text?: string;
}

export class TipIdentityRequest {
  /** Kept with the look. */
  @IsString()
  @Length(4, 300)
  @Matches(/\S.*\S/)
  reason: string;
}

export class TipIdentityView {
  @ApiProperty({ type: String, nullable: true })
  phone: string | null;

  @ApiProperty({ type: String, nullable: true })
  about: string | null;

  /** The report with the numbers that were hidden in it. */
  @ApiProperty({ type: String, nullable: true })
  fullText: string | null;
}

export class HandlerChoice {
  id: string;
  name: string;
  roles: string[];
}

export class HandlerChoices {
  @ApiProperty({ type: [HandlerChoice] })
  items: HandlerChoice[];
}
