import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNumber, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import type { Purpose } from '../../domain/authorization/facts';
import { END_REASONS, JOB_STATES, type EndReason, type JobState } from '../../domain/jobs/job';
import { CONTROLS, PROCESSES, type Control, type Process } from '../../domain/registry/machine';
import type { Caller } from '../../platform/auth/caller';
import { PageQuery } from '../../platform/http/page';
import type { Question } from './question';

const SEVERITIES = ['block', 'warn', 'observe'] as const;

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

export class FindingView {
  @ApiProperty({ example: 'permit.expired' })
  code: string;

  @ApiProperty({ enum: SEVERITIES })
  severity: (typeof SEVERITIES)[number];

  message: string;

  /** What to do about it. */
  remedy: string;

  @ApiProperty({ type: String, nullable: true })
  legalBasis: string | null;
}

export class DecisionView {
  allowed: boolean;

  @ApiProperty({ type: [FindingView] })
  findings: FindingView[];
}

export class JobMachine {
  id: string;
  code: string;
  model: string;

  @ApiProperty({ enum: PROCESSES })
  process: Process;
}

export class JobWelder {
  id: string;
  name: string;
}

export class JobPermit {
  id: string;
  number: string;
  plannedEnd: string;
}

export class JobWarning {
  /** The reason the job is about to end for. */
  @ApiProperty({ enum: END_REASONS })
  code: EndReason;

  /** When; the arc may burn on a little, but power goes at the latest a minute later. */
  endsAt: string;

  message: string;
}

export class JobLive {
  @ApiProperty({ type: Number, nullable: true })
  currentA: number | null;
}

export class JobView {
  id: string;

  @ApiProperty({ enum: JOB_STATES })
  state: JobState;

  @ApiProperty({ enum: CONTROLS })
  control: Control;

  outlet: number;
  machineId: string;
  machine: JobMachine;
  welderId: string;
  welder: JobWelder;

  @ApiProperty({ type: String, nullable: true })
  permitId: string | null;

  @ApiProperty({ type: JobPermit, nullable: true })
  permit: JobPermit | null;

  reservedAt: string;

  /** When power came. */
  @ApiProperty({ type: String, nullable: true })
  runningAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  startedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  endedAt: string | null;

  /** Work ends then at the latest. */
  workUntil: string;
  until: string;
  arcMs: number;
  arcOpen: boolean;

  /** Measured now; null once the job is over or where no chip measures. */
  @ApiProperty({ type: JobLive, nullable: true })
  live: JobLive | null;

  @ApiProperty({ type: Number, nullable: true })
  currentA: number | null;

  @ApiProperty({ type: [JobWarning] })
  warnings: JobWarning[];

  @ApiProperty({ enum: END_REASONS, nullable: true })
  endReason: EndReason | null;

  @ApiProperty({ type: DecisionView, nullable: true })
  decision: DecisionView | null;
}

export class JobPage {
  @ApiProperty({ type: [JobView] })
  items: JobView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class OfflineCodeView {
  /** One digit for the hours and eight digits, as typed into the chip. */
  @ApiProperty({ example: '341592653' })
  code: string;

  counter: number;

  /** To be typed before then; asking again gives the same code until then. */
  validUntil: string;
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
