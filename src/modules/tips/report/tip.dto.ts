import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsNumber, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { REWARD_STATES, type RewardState } from '../../../domain/tips/reward';
import { TIP_KINDS, type TipKind } from '../../../domain/tips/tip-kinds';
import { TIP_STATES, type TipState } from '../../../domain/tips/tip-life-cycle';
import { IfGiven } from '../../../platform/http/if-given.decorator';

/** The fields of a tip's form. None of them asks who reports. */
export class ReportTipRequest {
  @IsIn(TIP_KINDS)
  @ApiProperty({ enum: TIP_KINDS })
  kind: TipKind;

  /** What was seen. */
  @IsString()
  @Length(2, 2_000)
  @Matches(/\S/)
  text: string;

  @IfGiven()
  @Type(() => Number)
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat?: number;

  @IfGiven()
  @Type(() => Number)
  @IsNumber()
  @Min(-180)
  @Max(180)
  lng?: number;

  /** As scanned or typed; a code that nobody knows is kept as it stands. */
  @IfGiven()
  @IsString()
  @Length(1, 200)
  machineCode?: string;

  /** Where there is no position: a county or town. */
  @IfGiven()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  /** Only who wants to be called back gives it; sealed, and seen by a tip officer alone. */
  @IfGiven()
  @IsString()
  @MaxLength(30)
  phone?: string;

  /** What the reporter says of themselves, a name for instance; sealed like the phone. */
  @IfGiven()
  @IsString()
  @MaxLength(300)
  about?: string;

  /** Made by chance on the device, the same when it sends the same tip again: one tip, and the same tracking code and PIN. */
  @IfGiven()
  @Matches(/^[0-9a-f]{32}$/)
  sendKey?: string;
}

/** The form as it is sent: the fields and the photos. */
export class TipForm extends ReportTipRequest {
  @ApiPropertyOptional({ type: 'array', items: { type: 'string', format: 'binary' } })
  photo?: unknown;
}

export class TipReceipt {
  /** Follows the tip. Shown once. */
  trackingCode: string;

  /** Collects a reward together with the tracking code. Shown once. */
  pin: string;
}

export class TipAnswer {
  @ApiProperty({ format: 'date-time' })
  at: string;

  text: string;
}

export class TipRewardShown {
  @ApiProperty({ enum: REWARD_STATES })
  state: RewardState;

  yuan: number;
}

export class FollowedTip {
  @ApiProperty({ enum: TIP_STATES })
  state: TipState;

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;

  @ApiProperty({ type: [TipAnswer] })
  answers: TipAnswer[];

  @ApiProperty({ type: TipRewardShown, nullable: true })
  reward: TipRewardShown | null;
}
