import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsInt,
  IsISO8601,
  IsLatitude,
  IsLongitude,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';

export class DesignateAreaRequest {
  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  name: string;

  @IsString()
  @Length(1, 64)
  enterpriseId: string;

  /** WGS-84. */
  @IsNumber()
  @IsLatitude()
  lat: number;

  @IsNumber()
  @IsLongitude()
  lng: number;

  @IsInt()
  @Min(1)
  @Max(2000)
  radiusM: number;

  /** Without it: from now on. */
  @IfGiven()
  @IsISO8601({ strict: true })
  @ApiPropertyOptional({ format: 'date-time' })
  validFrom?: string;

  /** Without it: until it is ended. */
  @IfGiven()
  @IsISO8601({ strict: true })
  @ApiPropertyOptional({ format: 'date-time' })
  validTo?: string;
}

export class DesignatedAreaQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @MaxLength(64)
  enterpriseId?: string;
}

export class DesignatedAreaView {
  id: string;
  name: string;
  enterpriseId: string;
  regionCode: string;
  lat: number;
  lng: number;
  radiusM: number;
  validFrom: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  validTo: string | null;

  createdAt: string;
}

export class DesignatedAreaPage {
  @ApiProperty({ type: [DesignatedAreaView] })
  items: DesignatedAreaView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
