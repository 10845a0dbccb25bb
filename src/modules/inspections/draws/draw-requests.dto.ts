import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator'; // prettier-ignore
import { INSPECTION_KINDS, type InspectionKind } from '../../../domain/inspections/inspection-life-cycle';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { Verbatim } from '../../../platform/http/typed-fields';
import { IsDay } from '../../../platform/http/times.decorator';

export class ExclusionRequest {
  @IsString()
  @Length(1, 40)
  officerId: string;

  @IsString()
  @Length(1, 40)
  targetId: string;

  /** What the conflict of interest is; published. */
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  reason: string;
}

export class PublishDrawRequest {
  @IsString()
  @Length(2, 100)
  @Matches(/\S/)
  name: string;

  @Matches(/^(\d{4}|\d{6}|\d{9})$/)
  regionCode: string;

  @IsInt()
  @Min(1)
  @Max(500)
  count: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiProperty({ type: [String] })
  officerIds: string[];

  @IsInt()
  @Min(1)
  @Max(5)
  officersPerTarget: number;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ExclusionRequest)
  @ApiPropertyOptional({ type: [ExclusionRequest] })
  exclusions?: ExclusionRequest[];

  /** 交叉互查: nobody inspects in their own town. */
  @IfGiven()
  @IsBoolean()
  crossTown?: boolean;

  @IfGiven()
  @IsIn(INSPECTION_KINDS)
  @ApiPropertyOptional({ enum: INSPECTION_KINDS })
  kind?: InspectionKind;

  /** By when the drawn inspections are made; 30 days from now, where it is missing. */
  @IfGiven()
  @IsDay()
  @ApiPropertyOptional({ format: 'date' })
  dueOn?: string;
}

export class DrawCommitRequest {
  /** SHA-256 of the value in hexadecimal. */
  @Matches(/^[0-9a-f]{64}$/)
  hash: string;
}

export class DrawRevealRequest {
  /** Its SHA-256 is what was committed; at least 16 signs that nobody can guess. */
  @Verbatim()
  @IsString()
  @Length(16, 200)
  value: string;
}
