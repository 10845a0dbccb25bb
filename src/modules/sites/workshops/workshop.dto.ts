import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { MayMiss } from '../../../platform/http/may-miss.decorator';
import { PageQuery } from '../../../platform/http/page';
import { PositionRequest } from '../../../platform/http/position.dto';

const WORKSHOP_STATES = ['asked', 'confirmed', 'refused'] as const;
export type WorkshopStateName = (typeof WORKSHOP_STATES)[number];

export class AskWorkshopRequest {
  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  name: string;

  /** WGS-84. */
  @IsNumber()
  @IsLatitude()
  lat: number;

  @IsNumber()
  @IsLongitude()
  lng: number;

  @IsInt()
  @Min(1)
  @Max(300)
  radiusM: number;

  /** Kinds of the place, codes of rule `permit.place-kinds`. */
  @MayMiss()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, { each: true })
  @ApiPropertyOptional({ type: [String] })
  kinds?: string[];
}

/** Where a grid worker stands who confirms. */
export class ConfirmWorkshopRequest extends PositionRequest {}

export class RefuseWorkshopRequest {
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  reason: string;
}

export class WorkshopQuery extends PageQuery {
  @IsOptional()
  @IsIn(WORKSHOP_STATES)
  @ApiPropertyOptional({ enum: WORKSHOP_STATES })
  state?: WorkshopStateName;
}

export class WorkshopView {
  id: string;
  name: string;

  @ApiProperty({ type: String, nullable: true })
  ownerWelderId: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  /** Of the welder or of the repair shop. */
  ownerName: string;
  regionCode: string;
  lat: number;
  lng: number;
  radiusM: number;

  @ApiProperty({ type: [String] })
  kinds: string[];

  @ApiProperty({ enum: WORKSHOP_STATES })
  state: WorkshopStateName;

  @ApiProperty({ format: 'date-time' })
  askedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  gridConfirmedAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  countyConfirmedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  refusedBecause: string | null;

  /** Until when it is a fixed work point; null: it is none yet. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  validTo: string | null;

  /** Since when the place no longer allows it: an official confirmed a site there. What ran goes on until `validTo`. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  endedAt: string | null;

  @ApiProperty({ type: String, nullable: true })
  endedBecause: string | null;

  @ApiProperty({ description: 'whether the caller may confirm it now' })
  mayConfirm: boolean;
}

export class WorkshopPage {
  @ApiProperty({ type: [WorkshopView] })
  items: WorkshopView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
