import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsInt,
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
import { IsTime } from '../../../platform/http/times.decorator';

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
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  validFrom?: string;

  /** Without it: until it is ended. */
  @IfGiven()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  validTo?: string;

  /** Phones and chips have no signal there: one-time codes may be fetched ahead. */
  @IfGiven()
  @IsBoolean()
  withoutSignal?: boolean;
}

export class BindSignboardRequest {
  /** A good position and what was scanned of the signboard, both on the spot. */
  @IsDefined()
  @ValidateNested()
  @Type(() => PlaceProofRequest)
  proof: PlaceProofRequest;

  /** Whether there is signal, as whoever stands there finds it; without it: as it was. */
  @IfGiven()
  @IsBoolean()
  withoutSignal?: boolean;
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

  withoutSignal: boolean;

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
