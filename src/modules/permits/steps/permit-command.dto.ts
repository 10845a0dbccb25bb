import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { GAS_UNITS, type GasUnit } from '../../../domain/permits/gas-limits';
import { GAS_POINTS, type GasPoint } from '../../../domain/permits/gas-limits';
import { IdentityRequest, PlaceProofHolder } from '../../regions/place-proof.dto';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { IsDay, IsTime } from '../../../platform/http/times.decorator';

export class MeasureItem {
  @IsString()
  @Length(1, 60)
  code: string;

  @IsBoolean()
  confirmed: boolean;

  /** Where the measure asks how many or how far; see `numberAsked` of the permit's measures. */
  @IfGiven()
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0)
  @Max(9999)
  number?: number;
}

export class GasReadingRequest {
  /** Of rule `permit.gas-limits`, or `oxygen`, or `combustible` for a meter that tells no gases apart. */
  @IsString()
  @Length(1, 60)
  gas: string;

  @IsNumber()
  value: number;

  @IsIn(GAS_UNITS)
  @ApiProperty({ enum: GAS_UNITS })
  unit: GasUnit;

  @IfGiven()
  @IsIn(GAS_POINTS)
  @ApiPropertyOptional({ enum: GAS_POINTS })
  point?: GasPoint;
}

export class InstrumentRequest {
  @IsString()
  @Length(1, 60)
  number: string;

  /** The last good day. */
  @IsDay()
  @ApiProperty({ format: 'date' })
  calibrationDueOn: string;
}

/** A gas test, typed by a person or fed by a device. */
export class GasTestRequest {
  @IsTime()
  @ApiProperty({ format: 'date-time' })
  sampledAt: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => GasReadingRequest)
  @ApiProperty({ type: [GasReadingRequest] })
  readings: GasReadingRequest[];

  @IfGiven()
  @ValidateNested()
  @Type(() => InstrumentRequest)
  @ApiPropertyOptional({ type: InstrumentRequest })
  instrument?: InstrumentRequest;

  @IfGiven()
  @IsBoolean()
  oxygenEnriched?: boolean;
}

/** What commands bring along; which of it a command takes is said in `command-fields.ts`. */
export class PermitCommandRequest extends PlaceProofHolder {
  /** When it was given, where a phone without network kept it and sends it later: `watch-tap`, `measures`, `gas-test`. */
  @IfGiven()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  givenAt?: string;

  @IfGiven()
  @ValidateNested()
  @Type(() => IdentityRequest)
  @ApiPropertyOptional({ type: IdentityRequest })
  identity?: IdentityRequest;

  @IfGiven()
  @IsString()
  @MaxLength(500)
  comment?: string;

  @IfGiven()
  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  reason?: string;

  @IfGiven()
  @IsString()
  @MaxLength(500)
  note?: string;

  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => MeasureItem)
  @ApiPropertyOptional({ type: [MeasureItem] })
  items?: MeasureItem[];

  @IfGiven()
  @IsTime()
  @ApiPropertyOptional({ format: 'date-time' })
  sampledAt?: string;

  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => GasReadingRequest)
  @ApiPropertyOptional({ type: [GasReadingRequest] })
  readings?: GasReadingRequest[];

  @IfGiven()
  @ValidateNested()
  @Type(() => InstrumentRequest)
  @ApiPropertyOptional({ type: InstrumentRequest })
  instrument?: InstrumentRequest;

  @IfGiven()
  @IsBoolean()
  oxygenEnriched?: boolean;

  @IfGiven()
  @IsBoolean()
  residualFire?: boolean;

  /** Of a photo that the caller has uploaded. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  photoId?: string;

  /** Of a signature that the caller drew and uploaded. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  signatureFileId?: string;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  welderIds?: string[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  machineIds?: string[];

  /** Confirms the amendment that another asked for. */
  @IfGiven()
  @IsBoolean()
  confirm?: boolean;
}
