import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { Equals, IsArray, IsIn, IsNumber, IsOptional, IsString, Length, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator'; // prettier-ignore
import { GRID_DUTIES, type GridDuty } from '../../../domain/regions/grid';
import { FOUND_BY, type FoundBy } from '../../../domain/regions/responsible';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';
import { REGION_CODE } from '../../../kernel/region-code';
import { IsDay } from '../../../platform/http/times.decorator';

const RINGS = { type: 'array', items: { type: 'array', items: { type: 'array', items: { type: 'number' } } } } as const;

/** A polygon without holes, as GeoJSON writes it. */
export class GridOutline {
  @Equals('Polygon')
  @ApiProperty({ enum: ['Polygon'] })
  type: 'Polygon';

  /** One ring of `[lng, lat]` in WGS-84, the last point is the first again. */
  @IsArray()
  @ApiProperty(RINGS)
  coordinates: unknown[];
}

export class MakeGridRequest {
  /** Of a village. */
  @Matches(/^\d{12}$/)
  regionCode: string;

  @IsString()
  @Length(1, 40)
  name: string;

  @IfGiven()
  @IsString()
  @MaxLength(500)
  duties?: string;

  @IfGiven()
  @ValidateNested()
  @Type(() => GridOutline)
  outline?: GridOutline;
}

export class ChangeGridRequest {
  @IfGiven()
  @IsString()
  @Length(1, 40)
  name?: string;

  @IfGiven()
  @IsString()
  @MaxLength(500)
  duties?: string;

  /** Null: there is no boundary any more. */
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @ValidateNested()
  @Type(() => GridOutline)
  @ApiPropertyOptional({ type: GridOutline, nullable: true })
  outline?: GridOutline | null;
}

export class AppointRequest {
  @IsString()
  @Length(1, 64)
  userId: string;

  @IsIn(GRID_DUTIES)
  @ApiProperty({ enum: GRID_DUTIES })
  duty: GridDuty;

  /** Without it: today. */
  @IfGiven()
  @IsDay()
  fromOn?: string;

  /** The first day on which the post is over; without it: until somebody ends it. */
  @IfGiven()
  @IsDay()
  untilOn?: string;
}

export class GridQuery extends PageQuery {
  @IsOptional()
  @Matches(REGION_CODE)
  regionCode?: string;

  /** Grids in which this person serves or will serve. */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  userId?: string;
}

export class GridAtQuery {
  @Matches(REGION_CODE)
  regionCode: string;

  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat?: number;

  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(-180)
  @Max(180)
  lng?: number;
}

export class GridPersonView {
  id: string;
  userId: string;
  name: string;

  @ApiProperty({ enum: GRID_DUTIES })
  duty: GridDuty;

  fromOn: string;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  untilOn: string | null;

  /** Today is one of the days. */
  serving: boolean;
}

export class GridView {
  code: string;
  regionCode: string;
  regionName: string;
  name: string;
  duties: string;

  @ApiProperty({ type: GridOutline, nullable: true })
  outline: GridOutline | null;

  /** Who serves now, will serve, or has served, the last appointed first. */
  @ApiProperty({ type: [GridPersonView] })
  people: GridPersonView[];

  closed: boolean;
  version: number;
}

export class GridPage {
  /** By code. */
  @ApiProperty({ type: [GridView] })
  items: GridView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

class NamedGrid {
  code: string;
  name: string;
}

class NamedPerson {
  id: string;
  name: string;
}

export class ResponsibleView {
  @ApiProperty({ enum: FOUND_BY })
  by: FoundBy;

  @ApiProperty({ type: [NamedGrid] })
  grids: NamedGrid[];

  @ApiProperty({ type: [NamedPerson] })
  people: NamedPerson[];
}
