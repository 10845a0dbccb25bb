import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';
import { CHECK_RESULTS, type CheckResult } from '../../../domain/registry/machine-upkeep';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsDay } from '../../../platform/http/times.decorator';

export class RecordCheckRequest {
  @IsDay()
  @ApiProperty({ format: 'date' })
  checkedOn: string;

  /** The firm or person who checked, as it stands on the paper. */
  @IsString()
  @Length(2, 100)
  @Matches(/\S\s*\S/)
  checker: string;

  @IsIn(CHECK_RESULTS)
  @ApiProperty({ enum: CHECK_RESULTS })
  result: CheckResult;

  /** The last day for which it holds. Of a check that was passed. */
  @IfGiven()
  @IsDay()
  nextDueOn?: string;

  @IfGiven()
  @IsString()
  @MaxLength(500)
  note?: string;

  /** Of the paper, uploaded by the caller. */
  @IsString()
  @Length(1, 64)
  photoId: string;
}

export class StartRepairRequest {
  /** The firm or person who repairs. */
  @IsString()
  @Length(2, 100)
  @Matches(/\S\s*\S/)
  repairer: string;

  /** What is broken. */
  @IsString()
  @Length(2, 500)
  @Matches(/\S\s*\S/)
  fault: string;

  @IsDay()
  @ApiProperty({ format: 'date' })
  startedOn: string;
}

export class EndRepairRequest {
  @IsDay()
  @ApiProperty({ format: 'date' })
  endedOn: string;

  /** What was done. */
  @IsString()
  @Length(2, 1_000)
  @Matches(/\S\s*\S/)
  work: string;
}

export class MachineCheckView {
  id: string;
  @ApiProperty({ format: 'date' }) checkedOn: string;
  checker: string;
  @ApiProperty({ enum: CHECK_RESULTS }) result: CheckResult;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) nextDueOn: string | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  photoId: string;
  recordedBy: string;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
}

export class MachineRepairView {
  id: string;
  repairer: string;
  fault: string;
  @ApiProperty({ format: 'date' }) startedOn: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) endedOn: string | null;
  /** What was done; null: it is still being repaired. */
  @ApiProperty({ type: String, nullable: true }) work: string | null;
  recordedBy: string;
}

const UPKEEP_STEPS = ['record-check', 'start-repair', 'end-repair'] as const;
export type UpkeepStep = (typeof UPKEEP_STEPS)[number];

export class MachineUpkeep {
  /** The last good day of the machine; null: nobody has said. */
  @ApiProperty({ type: String, nullable: true, format: 'date' }) dueOn: string | null;

  /** So many months may lie between two checks: rule `inspection.longest-months`. */
  longestMonths: number;

  /** Open to the caller now. */
  @ApiProperty({ enum: UPKEEP_STEPS, isArray: true }) steps: UpkeepStep[];

  /** The newest hundred. */
  @ApiProperty({ type: [MachineCheckView] }) checks: MachineCheckView[];
  @ApiProperty({ type: [MachineRepairView] }) repairs: MachineRepairView[];
}
