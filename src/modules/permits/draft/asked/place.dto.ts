import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { PLACE_SOURCES, type PlaceSource } from '../../../../domain/permits/permit';
import { IfGiven } from '../../../../platform/http/if-given.decorator';

export class PlaceRequest {
  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  name: string;

  /** WGS-84. */
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat: number;

  @IsNumber()
  @Min(-180)
  @Max(180)
  lng: number;

  /** Without it: measured. */
  @IfGiven()
  @IsIn(PLACE_SOURCES)
  @ApiPropertyOptional({ enum: PLACE_SOURCES })
  source?: PlaceSource;

  /** Metres; without it as rule `place.radius` says. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(2_000)
  radiusM?: number;

  /** Why an official allows more than rule `place.radius`. */
  @IfGiven()
  @IsString()
  @Length(2, 200)
  radiusReason?: string;

  @IfGiven()
  @IsBoolean()
  openAir?: boolean;

  /** Codes of rule `permit.place-kinds`. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  kinds?: string[];
}

/** Either an account, or the occupier who confirms a small job. */
export class WatcherRequest {
  /** Never a named welder's. */
  @ValidateIf(({ occupier, userId }: WatcherRequest) => occupier === undefined || userId !== undefined)
  @IsString()
  @Length(1, 40)
  @ApiPropertyOptional()
  userId?: string;

  @IfGiven()
  @IsIn([true])
  @ApiPropertyOptional({ type: 'boolean', enum: [true] })
  occupier?: true;
}

export class LevelAnswerRequest {
  /** Of rule `permit.level-questions`. */
  @IsString()
  @Length(1, 60)
  code: string;

  @IsBoolean()
  yes: boolean;
}
