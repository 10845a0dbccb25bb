import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import type { Purpose } from '../../domain/authorization/facts';
import { JOB_STATES, type JobState } from '../../domain/jobs/job';
import type { Caller } from '../../platform/auth/caller';
import { PageQuery } from '../../platform/http/page';
import type { Question } from './question';

/** Where the phone is; all of it voluntary. */
export class PhonePosition {
  /** WGS-84 degrees. */
  @IsOptional()
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat?: number;

  @IsOptional()
  @IsNumber()
  @Min(-180)
  @Max(180)
  lng?: number;

  /** Metres; a position without it is taken as exact. */
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(5_000)
  accuracyM?: number;
}

export class JobRequest extends PhonePosition {
  /** As scanned or typed: our code, its address, or a provincial or vendor's code that the register knows. */
  @IsString()
  @Length(1, 300)
  machineCode: string;

  /** Without it: the best of the permits that name the welder here, or a designated area. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  permitId?: string;

  /** The welder's card, where somebody starts for them (代扫). Without it: the caller. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  welderCode?: string;

  /** Counted from 1. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(16)
  outlet?: number;

  /** A live photo the caller has just uploaded. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  photoId?: string;
}

export class StopRequest {
  @IsString()
  @Length(2, 500)
  reason: string;

  /** Of a photo that the caller has uploaded. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  photoId?: string;
}

export class StopDecisionRequest {
  @IsOptional()
  @IsString()
  @Length(1, 500)
  note?: string;
}

export class HandoverRequest extends PhonePosition {
  /** The card of the welder who takes over. */
  @IsString()
  @Length(1, 300)
  welderCode: string;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  photoId?: string;
}

export class JobQuery extends PageQuery {
  @IsOptional()
  @IsIn(JOB_STATES)
  @ApiPropertyOptional({ enum: JOB_STATES })
  state?: JobState;

  /** A region with all below it. */
  @IsOptional()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  machineId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  welderId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  permitId?: string;

  /** Only jobs the caller works on or has started. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'false' ? value === 'true' : value))
  @IsBoolean()
  mine?: boolean;
}

export const toQuestion = (caller: Caller, request: JobRequest, purpose: Purpose): Question => ({
  purpose,
  machine: { code: request.machineCode },
  welder: welderOf(caller, request.welderCode),
  permitId: request.permitId ?? null,
  outlet: request.outlet ?? 1,
  position: positionOf(request),
  photoId: request.photoId ?? null,
  replacesJobId: null,
});

function welderOf({ welderId }: Caller, code: string | undefined): Question['welder'] {
  if (code !== undefined) return { code };
  return welderId === null ? null : { id: welderId };
}

export const positionOf = ({ lat, lng, accuracyM }: PhonePosition): Question['position'] =>
  lat === undefined || lng === undefined ? null : { lat, lng, accuracyM: accuracyM ?? 0 };
