import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsWrittenDay } from '../../../platform/http/times.decorator';
import { DAY_KINDS, type DayKind } from '../../../domain/rules/calendar';

export class CalendarYearParam {
  @ApiProperty({ type: 'integer', minimum: 2000, maximum: 2100 })
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;
}

export class CalendarDayRow {
  @IsWrittenDay()
  @ApiProperty({ format: 'date' })
  day: string;

  @IsIn(DAY_KINDS)
  @ApiProperty({ enum: DAY_KINDS })
  kind: DayKind;

  @IsString()
  @Length(1, 40)
  @Matches(/\S/)
  name: string;
}

export class ReplaceCalendarRequest {
  /** The notice it comes from. */
  @IsString()
  @Length(2, 300)
  @Matches(/\S/)
  source: string;

  /** Holidays and weekends made working days; ordinary weekends need no row. */
  @IsArray()
  @ArrayMaxSize(366)
  @ValidateNested({ each: true })
  @Type(() => CalendarDayRow)
  @ApiProperty({ type: [CalendarDayRow] })
  days: CalendarDayRow[];
}

export class CalendarYearView {
  year: number;

  /** Without a table that holds the holidays of the law every day of the year counts as raised. */
  known: boolean;

  @ApiProperty({ type: String, nullable: true })
  source: string | null;

  @ApiProperty({ type: [CalendarDayRow] })
  days: CalendarDayRow[];
}
