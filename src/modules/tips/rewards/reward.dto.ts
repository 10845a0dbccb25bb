import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { REWARD_STATES, type RewardState } from '../../../domain/tips/reward';
import { TIP_KINDS, type TipKind } from '../../../domain/tips/tip-kinds';
import { GRADES, type Grade } from '../../../domain/violations/violation-kinds';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';

/** A line of the ledger: case and sum, and nothing that leads to the reporter. */
export class RewardView {
  id: string;

  @ApiProperty({ enum: REWARD_STATES })
  state: RewardState;

  @ApiProperty({ enum: TIP_KINDS })
  kind: TipKind;

  @ApiProperty({ enum: GRADES })
  grade: Grade;

  /** 重大事故隐患. */
  major: boolean;

  /** Somebody who works there. */
  insider: boolean;

  yuan: number;

  @ApiProperty({ enum: ['case', 'year'], nullable: true, type: String })
  cappedBy: string | null;

  regionCode: string;
  proposedBy: string;

  @ApiProperty({ format: 'date-time' })
  proposedAt: string;

  @ApiProperty({ type: String, nullable: true })
  decidedBy: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  decidedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  refusedFor: string | null;

  @ApiProperty({ type: String, nullable: true })
  paidBy: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  paidAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  paidHow: string | null;
}

export class RewardPage {
  @ApiProperty({ type: [RewardView] })
  items: RewardView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class RewardQuery extends PageQuery {
  @IsOptional()
  @IsIn(REWARD_STATES)
  @ApiPropertyOptional({ enum: REWARD_STATES })
  state?: RewardState;
}

export class ProposeRewardRequest {
  /** The officer knows that the reporter works there. */
  @IfGiven()
  @IsBoolean()
  insider?: boolean;
}

export class RefuseRewardRequest {
  @IsString()
  @Length(2, 300)
  @Matches(/\S/)
  reason: string;
}

export class PayRewardRequest {
  @IsString()
  @Length(1, 60)
  trackingCode: string;

  @Matches(/^\d{6}$/)
  pin: string;

  /** Number of the receipt, cash or transfer: how it was paid. */
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  how: string;
}
