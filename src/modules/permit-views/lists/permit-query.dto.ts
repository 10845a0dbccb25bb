import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PERMIT_STATES, REGIMES, type PermitState, type Regime } from '../../../domain/permits/permit';
import { LANGUAGES, type Language } from '../../../kernel/language';
import { PageQuery } from '../../../platform/http/page';
import { IsDay, IsTime } from '../../../platform/http/times.decorator';

const commaList = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',').filter((part) => part !== '') : value;
const yesOrNo = ({ value }: { value: unknown }): unknown =>
  value === 'true' || value === 'false' ? value === 'true' : value;

/** What lists, boards, maps and exports of permits are narrowed by. */
export class PermitFilterQuery extends PageQuery {
  /** As it is now: a permit past its end is `expired`. Several with commas between. */
  @ApiPropertyOptional({ type: String, example: 'submitted,approved' })
  @IsOptional()
  @Transform(commaList)
  @IsArray()
  @ArrayMaxSize(PERMIT_STATES.length)
  @IsIn(PERMIT_STATES, { each: true })
  state?: PermitState[];

  @ApiPropertyOptional({ enum: REGIMES })
  @IsOptional()
  @IsIn(REGIMES)
  regime?: Regime;

  /** A region with all below it. */
  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  /** Asked for by this enterprise, or done by it as contractor. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;

  /** Only what the caller asked for, watches, welds under, or has to sign next. */
  @ApiPropertyOptional()
  @IsOptional()
  @Transform(yesOrNo)
  @IsBoolean()
  mine?: boolean;

  /** The beginning of a number, or words of the place's name. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;

  /** Planned time ends after this. */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  from?: string;

  /** Planned time begins before this. */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  to?: string;
}

export class PermitListQuery extends PermitFilterQuery {}

export class PermitBoardQuery extends PermitFilterQuery {
  /** Cards of each column; the next page of a column is the list with its state and cursor. */
  @ApiPropertyOptional({ minimum: 1, maximum: 50, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  override limit: number = 20;
}

export class PermitCalendarQuery {
  /** First day in China, `YYYY-MM-DD`. */
  @IsDay()
  @ApiProperty({ format: 'date' })
  from: string;

  /** Last day; at most 62 days in all. */
  @IsDay()
  @ApiProperty({ format: 'date' })
  to: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Transform(yesOrNo)
  @IsBoolean()
  mine?: boolean;
}

export class PermitMapQuery {
  /** West, south, east, north; WGS-84 degrees. */
  @ApiPropertyOptional({ example: '113.5,33.9,114.1,34.3' })
  @IsOptional()
  @Matches(/^-?\d{1,3}(\.\d+)?(,-?\d{1,3}(\.\d+)?){3}$/)
  bbox?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;
}

export class PaperQuery {
  /** `en` adds English labels to the Chinese form. */
  @ApiPropertyOptional({ enum: LANGUAGES, default: 'zh-CN' })
  @IsOptional()
  @IsIn(LANGUAGES)
  lang: Language = 'zh-CN';
}
