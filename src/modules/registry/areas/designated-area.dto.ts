import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
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
  ValidateNested,
} from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PlaceProofRequest } from '../../regions/place-proof.dto';
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

  /** Why it is wider than rule `place.radius` allows. */
  @IfGiven()
  @IsString()
  @Length(2, 200)
  radiusReason?: string;

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

export class BindSignboardRequest {
  /** A good position and what was scanned of the signboard, both on the spot. */
  @IsDefined()
  @ValidateNested()
  @Type(() => PlaceProofRequest)
  proof: PlaceProofRequest;
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

  /** Null: a self-employed welder's own workshop. */
  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  ownerWelderId: string | null;

  @ApiProperty({ type: [String] })
  placeKinds: string[];

  regionCode: string;
  lat: number;
  lng: number;
  radiusM: number;

  @ApiProperty({ type: String, nullable: true })
  radiusReason: string | null;

  /** Since when somebody vouched on the spot for its signboard; null: it proves nothing yet. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  signboardBoundAt: string | null;

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
