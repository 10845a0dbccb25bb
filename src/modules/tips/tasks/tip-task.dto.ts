import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsString, Length, Matches } from 'class-validator';
import { TIP_KINDS, TIP_OUTCOMES, type TipKind, type TipOutcome } from '../../../domain/tips/tip-kinds';
import { TIP_STATES, type TipState } from '../../../domain/tips/tip-life-cycle';
import { GRADES, type Grade } from '../../../domain/violations/violation-kinds';
import { IfGiven } from '../../../platform/http/if-given.decorator';

/** A tip as whoever is sent there sees it: the officer’s words, never the reporter’s. */
export class TipTaskView {
  id: string;

  @ApiProperty({ enum: TIP_KINDS })
  kind: TipKind;

  @ApiProperty({ enum: TIP_STATES })
  state: TipState;

  task: string;
  regionName: string;

  @ApiProperty({ type: Number, nullable: true })
  lat: number | null;

  @ApiProperty({ type: Number, nullable: true })
  lng: number | null;

  @ApiProperty({ type: String, nullable: true })
  machineCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  machineName: string | null;

  /** A code that no register knows. */
  @ApiProperty({ type: String, nullable: true })
  codeText: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  dueAt: string | null;

  @ApiProperty({ enum: TIP_OUTCOMES, nullable: true, type: String })
  outcome: TipOutcome | null;

  @ApiProperty({ type: String, nullable: true })
  violationId: string | null;

  @ApiProperty({ type: [String] })
  photoIds: string[];
}

export class TipTaskList {
  @ApiProperty({ type: [TipTaskView] })
  items: TipTaskView[];
}

export class CheckTipRequest {
  @IsIn(TIP_OUTCOMES)
  @ApiProperty({ enum: TIP_OUTCOMES })
  outcome: TipOutcome;

  /** What was found; it becomes the description of the case. */
  @IsString()
  @Length(2, 1_000)
  @Matches(/\S/)
  note: string;

  @IfGiven()
  @IsIn(TIP_KINDS)
  @ApiPropertyOptional({ enum: TIP_KINDS })
  kind?: TipKind;

  @IfGiven()
  @IsIn(GRADES)
  @ApiPropertyOptional({ enum: GRADES })
  grade?: Grade;

  /** As scanned on the spot. */
  @IfGiven()
  @IsString()
  @Length(1, 200)
  machineCode?: string;

  @IfGiven()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;

  @IfGiven()
  @IsString()
  @Length(1, 200)
  place?: string;

  /** Photos that the caller has uploaded. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  photoIds?: string[];
}

export class HandBackRequest {
  @IsString()
  @Length(2, 300)
  @Matches(/\S/)
  reason: string;
}
