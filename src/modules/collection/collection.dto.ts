import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { COLLECTION_KINDS, type CollectionKind } from '../../domain/collection/collection';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { IsTime } from '../../platform/http/times.decorator';
import { CollectedEnterprise, CollectedMachine, CollectedWelder, NamedId } from './collected-subject.dto';

export class CollectRequest {
  @IsIn(COLLECTION_KINDS)
  @ApiProperty({ enum: COLLECTION_KINDS })
  kind: CollectionKind;

  @IsTime()
  @ApiProperty({ format: 'date-time' })
  collectedAt: string;

  /** Of photos that the caller uploaded: nameplate, machine, document, certificate. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(8)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  photoIds?: string[];

  @IsOptional()
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat?: number;

  @IsOptional()
  @IsNumber()
  @Min(-180)
  @Max(180)
  lng?: number;

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(100_000)
  accuracyM?: number;

  /** Without it: where the owner is, else the collector’s own region. */
  @IfGiven()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  @IfGiven()
  @ValidateNested()
  @Type(() => CollectedMachine)
  machine?: CollectedMachine;

  @IfGiven()
  @ValidateNested()
  @Type(() => CollectedWelder)
  welder?: CollectedWelder;

  @IfGiven()
  @ValidateNested()
  @Type(() => CollectedEnterprise)
  enterprise?: CollectedEnterprise;

  /** The answer to “is it this one?”: yes, this. */
  @NamedId()
  sameAs?: string;

  /** The answer to “is it this one?”: none of these. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  notSame?: string[];

  /** From the first tap to saving, as the device measured it. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(86_400_000)
  durationMs?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(10_000)
  taps?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(1000)
  typedFields?: number;
}
