import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { TRADES, type Trade } from '../../../domain/people/trades';
import { HANDOVER_STATES, type HandoverState } from '../../../domain/violations/case-handover';

export class RefuseHandoverRequest {
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  reason: string;
}

export class HandOverCaseRequest extends RefuseHandoverRequest {
  @IsIn(TRADES)
  @ApiProperty({ enum: TRADES })
  trade: Trade;
}

export class CaseHandoverView {
  @ApiProperty({ enum: TRADES, nullable: true })
  from: Trade | null;

  @ApiProperty({ enum: TRADES })
  to: Trade;

  reason: string;

  @ApiProperty({ enum: HANDOVER_STATES })
  state: HandoverState;

  handedBy: string;

  @ApiProperty({ format: 'date-time' })
  handedAt: string;

  /** Who signed the receipt, refused it, or took the case back. */
  @ApiProperty({ type: String, nullable: true })
  settledBy: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  settledAt: string | null;

  /** Why it was refused. */
  @ApiProperty({ type: String, nullable: true })
  settledFor: string | null;
}

const HANDOVER_STEPS = ['hand-over', 'receive', 'refuse', 'take-back'] as const;
export type HandoverStep = (typeof HANDOVER_STEPS)[number];

export class CaseHandovers {
  /** Whose case it is; null: of the place alone. */
  @ApiProperty({ enum: TRADES, nullable: true })
  trade: Trade | null;

  /** To which department a case of this kind usually goes: a forged card to market regulation. */
  @ApiProperty({ enum: TRADES, nullable: true })
  usual: Trade | null;

  /** Open to the caller now. */
  @ApiProperty({ enum: HANDOVER_STEPS, isArray: true })
  steps: HandoverStep[];

  /** The oldest first. */
  @ApiProperty({ type: [CaseHandoverView] })
  items: CaseHandoverView[];
}
