import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsNumber, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { ACTIVITY_KINDS, type ActivityKind } from '../../../domain/permits/simops';
import { PageQuery } from '../../../platform/http/page';
import { IsTime } from '../../../platform/http/times.decorator';
import { MayMiss } from '../../../platform/http/may-miss.decorator';

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class NearbyActivityRequest {
  @ApiProperty({ enum: ACTIVITY_KINDS })
  @IsIn(ACTIVITY_KINDS)
  kind: ActivityKind;

  /** Without it the caller's own. */
  @ApiPropertyOptional()
  @MayMiss()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;

  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  placeName: string;

  /** WGS-84. */
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat: number;

  @IsNumber()
  @Min(-180)
  @Max(180)
  lng: number;

  /** How far it reaches from that point, metres. */
  @IsInt()
  @Min(0)
  @Max(500)
  radiusM: number;

  @ApiProperty({ format: 'date-time' })
  @IsTime()
  startsAt: string;

  /** At most a year later. */
  @ApiProperty({ format: 'date-time' })
  @IsTime()
  endsAt: string;

  /** Only from this time of each day on (an opening hour), with `dailyTo`. */
  @ApiPropertyOptional({ example: '18:00' })
  @MayMiss()
  @Matches(CLOCK_TIME)
  dailyFrom?: string;

  /** Until this time of each day; before `dailyFrom` it is past midnight. */
  @ApiPropertyOptional({ example: '02:00' })
  @MayMiss()
  @Matches(CLOCK_TIME)
  dailyTo?: string;
}

export class NearbyActivityQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ACTIVITY_KINDS })
  @IsOptional()
  @IsIn(ACTIVITY_KINDS)
  kind?: ActivityKind;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  enterpriseId?: string;
}

export class NearbyActivityView {
  id: string;

  @ApiProperty({ enum: ACTIVITY_KINDS })
  kind: ActivityKind;

  enterpriseId: string;
  regionCode: string;
  placeName: string;
  lat: number;
  lng: number;
  radiusM: number;

  @ApiProperty({ format: 'date-time' })
  startsAt: string;

  @ApiProperty({ format: 'date-time' })
  endsAt: string;

  @ApiProperty({ type: String, nullable: true })
  dailyFrom: string | null;

  @ApiProperty({ type: String, nullable: true })
  dailyTo: string | null;

  declaredBy: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  withdrawnAt: string | null;
}

export class NearbyActivityPage {
  @ApiProperty({ type: [NearbyActivityView] })
  items: NearbyActivityView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
