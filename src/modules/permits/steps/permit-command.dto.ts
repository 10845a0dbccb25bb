import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
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
import { GAS_POINTS, type GasPoint } from '../../../domain/permits/gas-test';
import type { PermitCommand } from '../../../domain/permits/permit-life-cycle';
import { invalid, type FieldError, type Refusal } from '../../../kernel/refusal';
import { IfGiven } from '../../../platform/http/if-given.decorator';

export class MeasureItem {
  @IsString()
  @Length(1, 60)
  code: string;

  @IsBoolean()
  confirmed: boolean;
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
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  @ApiProperty({ format: 'date' })
  calibrationDueOn: string;
}

/** A gas test, typed by a person or fed by a device. */
export class GasTestRequest {
  @IsISO8601({ strict: true })
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

/** What commands bring along; which of it a command takes is said in `FIELDS`. */
export class PermitCommandRequest {
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
  @IsISO8601({ strict: true })
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

  /** WGS-84. */
  @IfGiven()
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat?: number;

  @IfGiven()
  @IsNumber()
  @Min(-180)
  @Max(180)
  lng?: number;

  @IfGiven()
  @IsNumber()
  @Min(0)
  @Max(5_000)
  accuracyM?: number;

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

type Field = keyof PermitCommandRequest;
interface Takes {
  readonly needs?: readonly Field[];
  readonly may?: readonly Field[];
}

const POSITION: readonly Field[] = ['lat', 'lng', 'accuracyM'];
const SIGNED: readonly Field[] = ['comment', 'signatureFileId'];

const FIELDS: Readonly<Record<PermitCommand, Takes>> = {
  submit: {},
  'site-visit': { needs: ['lat', 'lng'], may: ['accuracyM', 'photoId'] },
  approve: { may: SIGNED },
  countersign: { may: SIGNED },
  return: { needs: ['reason'] },
  reject: { needs: ['reason'] },
  issue: { may: SIGNED },
  'work-leader-opinion': { may: SIGNED },
  briefing: { may: SIGNED },
  'briefing-received': { may: SIGNED },
  'shift-check': { may: SIGNED },
  measures: { needs: ['items'], may: ['signatureFileId'] },
  'gas-test': { needs: ['sampledAt', 'readings'], may: ['instrument', 'oxygenEnriched', 'signatureFileId'] },
  'fire-watch-on': { may: [...POSITION, 'photoId'] },
  'substitute-watch': { may: [...POSITION, 'photoId'] },
  'watch-tap': { may: POSITION },
  'fire-watch-off': { may: ['reason'] },
  start: { may: ['signatureFileId'] },
  suspend: { needs: ['reason'] },
  resume: { may: ['note'] },
  finish: { may: ['note'] },
  close: { needs: ['residualFire'], may: ['note', 'photoId', 'signatureFileId'] },
  cancel: { needs: ['reason'] },
  amend: { may: ['welderIds', 'machineIds', 'confirm', 'signatureFileId'] },
};

/** A body that lacks what its command needs, or brings what belongs to another. */
export function wrongBody(command: PermitCommand, body: PermitCommandRequest): Refusal | null {
  const { needs = [], may = [] } = FIELDS[command];
  const given = (Object.keys(body) as Field[]).filter((field) => body[field] !== undefined);
  const errors: FieldError[] = [
    ...needs.filter((field) => !given.includes(field)).map((path) => ({ path, code: 'field.required' })),
    ...given
      .filter((field) => !needs.includes(field) && !may.includes(field))
      .map((path) => ({ path, code: 'field.unknown' })),
  ];
  return errors.length === 0 ? null : invalid('request.invalid', { errors });
}
