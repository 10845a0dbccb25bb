import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsDayOrTime } from '../../../platform/http/times.decorator';

export class DutyShiftRequest {
  /** With all below it. Without it: the caller's own region. */
  @IfGiven()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  @IsString()
  @Length(2, 40)
  @Matches(/\S{2}/)
  name: string;

  /** Shown to everybody whom a check refuses, and to whoever opens a sticker's page. */
  @IsString()
  @Matches(/^[0-9][0-9-]{2,19}$/)
  phone: string;

  @IsDayOrTime()
  @ApiProperty({ example: '2027-03-01T08:00:00+08:00' })
  from: string;

  @IsDayOrTime()
  @ApiProperty({ example: '2027-03-02T08:00:00+08:00' })
  to: string;
}

export class DutyShiftView {
  id: string;
  regionCode: string;
  name: string;
  phone: string;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  /** On duty at this moment. */
  now: boolean;
}

export class DutyShiftPage {
  @ApiProperty({ type: [DutyShiftView] })
  items: DutyShiftView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
