import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ANSWERS, IsAnswers, type Answer } from './asked/given-answers';
import { REGIMES, type Regime } from '../../../domain/permits/permit';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { LevelAnswerRequest, PlaceRequest, WatcherRequest } from './asked/place.dto';
import { StandardFormRequest } from './asked/standard-form.dto';
import { IsTime } from '../../../platform/http/times.decorator';

const MOST_NAMED = 50;
/** A week: longer than any rule allows. */
const MOST_MINUTES = 10_080;

/** What a draft says; the same to make one and to change one. */
export class DraftPermitRequest extends StandardFormRequest {
  @IsIn(REGIMES)
  @ApiProperty({ enum: REGIMES })
  regime: Regime;

  /** Without it: what the answers call for, else the weakest. */
  @IfGiven()
  @IsString()
  @Length(1, 30)
  level?: string;

  /** By code of rule `permit.level-questions`. What is left out is not answered, which blocks submission. */
  @IfGiven()
  @IsAnswers()
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string', enum: [...ANSWERS] } })
  answers?: Record<string, Answer>;

  /** The same as a list. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => LevelAnswerRequest)
  @ApiPropertyOptional({ type: [LevelAnswerRequest] })
  levelAnswers?: LevelAnswerRequest[];

  /** Without it: the caller's own; a self-employed welder has none. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;

  @IfGiven()
  @IsString()
  @Length(1, 40)
  contractorId?: string;

  /** At whose place, where that is another enterprise's. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  occupierEnterpriseId?: string;

  /** Of officials only, and ignored for everybody else: the region is the enterprise's, else the first welder's, else the caller's. */
  @IfGiven()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  /** A site that the caller may see. A place that is given touches it; without one, place and kinds are the site's. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  siteId?: string;

  /** Left out only where `siteId` says it. */
  @ValidateIf(({ siteId, place }: DraftPermitRequest) => siteId === undefined || place !== undefined)
  @IsDefined()
  @ValidateNested()
  @Type(() => PlaceRequest)
  @ApiPropertyOptional({ type: PlaceRequest })
  place?: PlaceRequest;

  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  content: string;

  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  method: string;

  /** Up to ten minutes ago. Without it: from now by the platform's clock, of a draft from its submission. */
  @IfGiven()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  plannedStart?: string;

  /** Left out only where `minutes` says it. */
  @ValidateIf(({ minutes, plannedEnd }: DraftPermitRequest) => minutes === undefined || plannedEnd !== undefined)
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  plannedEnd?: string;

  /** Instead of `plannedEnd`: how long from the start. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_MINUTES)
  minutes?: number;

  @IsArray()
  @ArrayMaxSize(MOST_NAMED)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiProperty({ type: [String] })
  welderIds: string[];

  /** Empty: any machine of the permit's parties. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_NAMED)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  machineIds?: string[];

  /** A user's id. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  fireWatchId?: string;

  /** The same, or that the occupier watches; not beside `fireWatchId`. */
  @IfGiven()
  @ValidateNested()
  @Type(() => WatcherRequest)
  @ApiPropertyOptional({ type: WatcherRequest })
  watcher?: WatcherRequest;

  /** Codes of rule `permit.gas-limits`. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  gases?: string[];

  /** Who gets the confirmation code of a small job. */
  @IfGiven()
  @IsString()
  @MaxLength(20)
  occupierPhone?: string;

  /** A duty leader approves from afar, full signatures follow. Certificate, gas test and watcher are not waived. */
  @IfGiven()
  @IsBoolean()
  urgent?: boolean;

  @IfGiven()
  @IsString()
  @Length(2, 500)
  urgentReason?: string;
}

export class CreatePermitRequest extends DraftPermitRequest {
  /** Submits it at once; where that is refused nothing is made. */
  @IfGiven()
  @IsBoolean()
  submit?: boolean;
}

export class CopyPermitRequest {
  /** Without it: now. */
  @IfGiven()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  plannedStart?: string;

  /** Without it: as long as before, as far as that is still allowed. */
  @IfGiven()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  plannedEnd?: string;

  @IfGiven()
  @IsBoolean()
  submit?: boolean;
}

export class ExtendPermitRequest {
  @IsTime()
  @ApiProperty({ format: 'date-time' })
  plannedEnd: string;

  /** Submits it at once. */
  @IfGiven()
  @IsBoolean()
  submit?: boolean;
}
