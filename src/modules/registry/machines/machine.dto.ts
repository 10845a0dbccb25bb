import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  CONTROLS,
  MACHINE_STATUSES,
  PROCESSES,
  type Control,
  type MachineStatus,
  type Process,
} from '../../../domain/registry/machine';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';
import { IsDay } from '../../../platform/http/times.decorator';

export class RegisterMachineRequest {
  /** From the nameplate; missing where none is legible. */
  @IfGiven()
  @IsString()
  @Length(1, 64)
  serialNumber?: string;

  @IsString()
  @Length(1, 64)
  @Matches(/\S/)
  model: string;

  @IsIn(PROCESSES)
  @ApiProperty({ enum: PROCESSES })
  process: Process;

  @IfGiven()
  @IsString()
  @Length(1, 64)
  enterpriseId?: string;

  @IfGiven()
  @IsString()
  @Length(1, 64)
  ownerWelderId?: string;

  /** Heeded from officials only: else the region is the enterprise's, else the owner's. */
  @Matches(/^\d{2,12}$/)
  regionCode: string;

  /** Where it usually stands: a village, a site, a workshop. */
  @IfGiven()
  @IsString()
  @Length(2, 100)
  @Matches(/\S/)
  placeName?: string;

  /** The last good day of its safety check. */
  @IfGiven()
  @IsDay()
  @ApiPropertyOptional({ format: 'date' })
  inspectionDueOn?: string;

  /** A printed blank code that was stuck on it; without one it gets a code of its own. */
  @IfGiven()
  @IsString()
  @MaxLength(200)
  blankCode?: string;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(5000)
  ratedCurrentA?: number;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(16)
  @ApiPropertyOptional({ default: 1 })
  outlets?: number;

  @IfGiven()
  @IsIn(CONTROLS)
  @ApiPropertyOptional({ enum: CONTROLS })
  control?: Control;

  /** Works by itself: its welder may have a job on another machine. */
  @IfGiven()
  @IsBoolean()
  automatic?: boolean;
}

/**
 * `null` clears a field that may be empty. Process, control, outlets, rated current and `automatic` are changed by
 * technicians and officials, with `photoId` and `reason`; sent as they are, they are confirmed.
 */
export class ChangeMachineRequest {
  @IfGiven()
  @IsIn(PROCESSES)
  @ApiPropertyOptional({ enum: PROCESSES })
  process?: Process;

  /** Of the machine and its nameplate, uploaded by the caller. */
  @IfGiven()
  @IsString()
  @Length(1, 64)
  photoId?: string;

  @IfGiven()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  reason?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  @ApiPropertyOptional({ type: String, nullable: true })
  serialNumber?: string | null;

  @IfGiven()
  @IsString()
  @Length(1, 64)
  @Matches(/\S/)
  model?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  @ApiPropertyOptional({ type: String, nullable: true })
  enterpriseId?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  @ApiPropertyOptional({ type: String, nullable: true })
  ownerWelderId?: string | null;

  /** Heeded from officials only: else the region follows enterprise and owner. */
  @IfGiven()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  @IsOptional()
  @IsString()
  @Length(2, 100)
  @Matches(/\S/)
  @ApiPropertyOptional({ type: String, nullable: true })
  placeName?: string | null;

  @IsOptional()
  @IsDay()
  @ApiPropertyOptional({ type: String, nullable: true, format: 'date' })
  inspectionDueOn?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5000)
  @ApiPropertyOptional({ type: Number, nullable: true })
  ratedCurrentA?: number | null;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(16)
  outlets?: number;

  @IfGiven()
  @IsIn(CONTROLS)
  @ApiPropertyOptional({ enum: CONTROLS })
  control?: Control;

  @IfGiven()
  @IsBoolean()
  automatic?: boolean;
}

export class CommandMachineRequest {
  @IsString()
  @Length(2, 200)
  reason: string;
}

export class BindChipRequest {
  @IsString()
  @MaxLength(20)
  chipNo: string;
}

export class MachineQuery extends PageQuery {
  /** Those that nobody saw yet, or those that somebody did. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'false' ? value === 'true' : value))
  @IsBoolean()
  factsConfirmed?: boolean;

  /** Part of model or serial number, or the code. */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  q?: string;

  @IsOptional()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  enterpriseId?: string;

  @IsOptional()
  @IsIn(MACHINE_STATUSES)
  @ApiPropertyOptional({ enum: MACHINE_STATUSES })
  status?: MachineStatus;
}
