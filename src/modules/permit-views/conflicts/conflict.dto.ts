import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { REGIMES, type Regime } from '../../../domain/permits/permit';
import { ACTIVITY_KINDS, type NeighbourKind } from '../../../domain/permits/simops';
import { IsTime } from '../../../platform/http/times.decorator';
import { MayMiss } from '../../../platform/http/may-miss.decorator';

export class ConflictPlace {
  /** WGS-84. */
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat: number;

  @IsNumber()
  @Min(-180)
  @Max(180)
  lng: number;

  @ApiPropertyOptional()
  @MayMiss()
  @IsInt()
  @Min(1)
  @Max(2000)
  radiusM?: number;

  @ApiPropertyOptional({ type: [String] })
  @MayMiss()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  kinds?: string[];
}

export class ConflictRequest {
  @ApiProperty({ type: ConflictPlace })
  @IsObject()
  @Type(() => ConflictPlace)
  @ValidateNested()
  place: ConflictPlace;

  @ApiProperty({ format: 'date-time' })
  @IsTime()
  plannedStart: string;

  @ApiProperty({ format: 'date-time' })
  @IsTime()
  plannedEnd: string;

  /** The permit being written itself. */
  @ApiPropertyOptional()
  @MayMiss()
  @IsString()
  @Length(1, 40)
  excludeId?: string;

  /** Whose work it is; without it the caller's own enterprise. */
  @ApiPropertyOptional()
  @MayMiss()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;

  /** Distances differ by regime; without it the general ones hold. */
  @ApiPropertyOptional({ enum: REGIMES })
  @MayMiss()
  @IsIn(REGIMES)
  regime?: Regime;

  /** Where the rules of a county differ; without it that of the enterprise or the caller. */
  @ApiPropertyOptional()
  @MayMiss()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;
}

/** The other side of a conflict: what safety needs to know of it, and no more where it is another's. */
export class ConflictingWork {
  @ApiProperty({ enum: ['hot-work', ...ACTIVITY_KINDS] })
  kind: NeighbourKind;

  /** Null where the permit is not the caller's to read. */
  @ApiProperty({ type: String, nullable: true })
  permitId: string | null;

  @ApiProperty({ type: String, nullable: true })
  number: string | null;

  unit: string;
  own: boolean;
  placeName: string;
  lat: number;
  lng: number;

  @ApiProperty({ type: String, nullable: true })
  content: string | null;

  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;
}

export class ConflictView {
  code: string;

  @ApiProperty({ enum: ['warn', 'block'] })
  severity: 'warn' | 'block';

  /** Why they must not go on together. */
  message: string;

  /** The text the distance comes from. */
  legalBasis: string;

  /** Metres, from the fire to where the other begins; 0: the place of the work itself. */
  distanceM: number;

  /** Nearer than or at this, they conflict. */
  limitM: number;

  /** The first time in which both go on. */
  @ApiProperty({ format: 'date-time' })
  from: string;

  @ApiProperty({ format: 'date-time' })
  to: string;

  @ApiProperty({ type: ConflictingWork, nullable: true })
  other: ConflictingWork | null;
}

export class ConflictAnswer {
  /** One of them forbids submitting. */
  blocked: boolean;

  /** The forbidding first, then the nearest. */
  @ApiProperty({ type: [ConflictView] })
  items: ConflictView[];
}
