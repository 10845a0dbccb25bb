import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator'; // prettier-ignore
import {
  GRADES,
  KINDS,
  VIOLATION_STATES,
  type Grade,
  type ViolationKind,
  type ViolationState,
} from '../../domain/violations/violation-kinds';
import { PageQuery } from '../../platform/http/page';
import { IsDay, IsTime } from '../../platform/http/times.decorator';
import { MayMiss } from '../../platform/http/may-miss.decorator';
import { PositionRequest } from '../../platform/http/position.dto';

const LONGEST_ID = 64;
const MOST_PHOTOS = 9;

export class ViolationQuery extends PageQuery {
  @IsOptional()
  @IsIn(VIOLATION_STATES)
  @ApiPropertyOptional({ enum: VIOLATION_STATES })
  state?: ViolationState;

  @IsOptional()
  @IsIn(KINDS)
  @ApiPropertyOptional({ enum: KINDS })
  kind?: ViolationKind;

  @IsOptional()
  @IsIn(GRADES)
  @ApiPropertyOptional({ enum: GRADES })
  grade?: Grade;

  @IsOptional()
  @Type(() => Number)
  @IsIn([1, 2, 3])
  @ApiPropertyOptional({ enum: [1, 2, 3], type: Number })
  severity?: 1 | 2 | 3;

  /** 重大事故隐患 only, or none of them. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  @ApiPropertyOptional({ type: Boolean })
  majorHazard?: boolean;

  /** 虚假整改: said to be put right at least once, and was not. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  @ApiPropertyOptional({ type: Boolean })
  falselyRectified?: boolean;

  /** `me`: what the caller, or their enterprise, still has to put right or look at. */
  @IsOptional()
  @IsIn(['me'])
  @ApiPropertyOptional({ enum: ['me'] })
  assignedTo?: 'me';

  /** A region with all below it. */
  @IsOptional()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  @IsOptional()
  @IsString()
  @Length(1, LONGEST_ID)
  machineId?: string;

  @IsOptional()
  @IsString()
  @Length(1, LONGEST_ID)
  enterpriseId?: string;

  @IsOptional()
  @IsString()
  @Length(1, LONGEST_ID)
  welderId?: string;

  @IsOptional()
  @IsString()
  @Length(1, LONGEST_ID)
  chipNo?: string;
}

/** What a person found on site, perhaps without network: sent later, it keeps the time it was found. */
export class RecordViolationRequest extends PositionRequest {
  @IsIn(KINDS)
  @ApiProperty({ enum: KINDS })
  kind: ViolationKind;

  /** Without it, that of the kind. An offence is a person’s finding; no detector makes one. */
  @MayMiss()
  @IsIn(GRADES)
  @ApiPropertyOptional({ enum: GRADES })
  grade?: Grade;

  @MayMiss()
  @IsString()
  @MaxLength(2_000)
  description?: string;

  /** Photos the caller has uploaded. */
  @MayMiss()
  @IsArray()
  @ArrayMaxSize(MOST_PHOTOS)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  @ApiPropertyOptional({ type: [String] })
  photoIds?: string[];

  @MayMiss()
  @IsString()
  @Length(1, 200)
  place?: string;

  /** Now, where it is missing. */
  @MayMiss()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  foundAt?: string;

  @MayMiss()
  @IsString()
  @Length(1, LONGEST_ID)
  machineId?: string;

  /** As scanned or typed; a blank code is kept as evidence. */
  @MayMiss()
  @IsString()
  @Length(1, 500)
  machineCode?: string;

  /** As it stands on a sticker that nobody knows: forged, or of another system. Kept as evidence; a known machine's code names the machine. */
  @MayMiss()
  @IsString()
  @Length(1, 200)
  @Matches(/^(?! *$)[\p{L}\p{N}\p{P}\p{S} ]+$/u)
  foundCode?: string;

  @MayMiss()
  @IsString()
  @Length(1, LONGEST_ID)
  welderId?: string;

  @MayMiss()
  @IsString()
  @Length(1, 500)
  welderCode?: string;

  @MayMiss()
  @Matches(/^[A-Z0-9]{12,20}$/)
  chipNo?: string;

  @MayMiss()
  @IsString()
  @Length(1, LONGEST_ID)
  enterpriseId?: string;

  /** Where it was found; without it, the home of machine, welder or enterprise if the caller serves there, else the caller’s own region. */
  @MayMiss()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;
}

export class AssigneeQuery {
  /** Part of a name. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  q?: string;
}

/** The form of a command; which fields it needs depends on the command. */
export class ViolationCommandRequest {
  /** `assign`, `reassign`: who shall put it right. Without it and without a note: the enterprise it was found at. */
  @MayMiss()
  @IsString()
  @Length(1, LONGEST_ID)
  userId?: string;

  /** `assign`, `reassign`: the enterprise that shall put it right; either it or a person. */
  @MayMiss()
  @IsString()
  @Length(1, LONGEST_ID)
  enterpriseId?: string;

  /** `assign`: until the end of this day; either it or `dueAt`. */
  @MayMiss()
  @IsDay()
  @ApiPropertyOptional({ format: 'date' })
  dueOn?: string;

  /** `rectify`: what was done; `supervise`: by whom and what is asked for; `hand-over`: to whom, under which number; else what the next person should know. */
  @MayMiss()
  @IsString()
  @MaxLength(1_000)
  note?: string;

  /** `reassign`, `reopen`, `withdraw`: why. */
  @MayMiss()
  @IsString()
  @MaxLength(1_000)
  reason?: string;

  /** `assign`: until when; without it, by rule. */
  @MayMiss()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  dueAt?: string;

  /** `rectify`: photos the caller has uploaded. */
  @MayMiss()
  @IsArray()
  @ArrayMaxSize(MOST_PHOTOS)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  @ApiPropertyOptional({ type: [String] })
  photoIds?: string[];
}
