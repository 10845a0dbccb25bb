import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { OUTAGE_SOURCES, type OutageSource } from '../../domain/outages/outage';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { IsDayOrTime } from '../../platform/http/times.decorator';

export class DeclareOutageRequest {
  /** With all below it. Without it: the caller's own region. */
  @IfGiven()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  @IsDayOrTime()
  @ApiProperty({ example: '2027-03-01T08:00:00+08:00' })
  from: string;

  /** Without it: the outage goes on, and is closed later. */
  @IfGiven()
  @IsDayOrTime()
  @ApiPropertyOptional({ example: '2027-03-01T12:00:00+08:00' })
  to?: string;

  @IsString()
  @Length(4, 300)
  @Matches(/\S{2}/)
  reason: string;
}

export class CloseOutageRequest {
  /** When the platform was back. Without it: now. */
  @IfGiven()
  @IsDayOrTime()
  @ApiPropertyOptional({ example: '2027-03-01T12:00:00+08:00' })
  to?: string;
}

export class OutageView {
  id: string;

  @ApiProperty({ enum: OUTAGE_SOURCES })
  source: OutageSource;

  @ApiProperty({ type: String, nullable: true, description: 'null: the whole country' })
  regionCode: string | null;

  /** Of a recorded one, the platform's last sign of life. */
  @ApiProperty({ format: 'date-time' })
  from: string;

  /** Of a recorded one, its first sign of life after; of one that is open, the latest that it may end. */
  @ApiProperty({ format: 'date-time' })
  to: string;

  /** It goes on, and nobody has said yet when it ended. */
  open: boolean;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  /** Until when paper permits of this time can be entered. */
  @ApiProperty({ format: 'date-time' })
  enterUntil: string;
}

export class OutagePage {
  @ApiProperty({ type: [OutageView] })
  items: OutageView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
