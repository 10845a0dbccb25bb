import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsNumber, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import type { MeasuredPosition } from '../../domain/places/place-proof';
import { IfGiven } from '../../platform/http/if-given.decorator';

/** What shows that somebody stands at a place: a position, or the signboard that hangs there with a photo of it. */
export class PlaceProofRequest {
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

  /** Metres; a position without it is taken as exact. */
  @IfGiven()
  @IsNumber()
  @Min(0)
  @Max(100_000)
  accuracyM?: number;

  /** As scanned or typed: the code on the signboard, or the one that changes each minute on the watcher's phone. */
  @IfGiven()
  @IsString()
  @Length(1, 300)
  signboardCode?: string;

  /** Of a photo that the caller has just taken and uploaded. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  photoId?: string;
}

/** Who is shown, where a person must be. */
export class IdentityRequest {
  /** No PIN is kept yet, so it confirms nothing. */
  @IfGiven()
  @IsString()
  @Length(4, 12)
  pin?: string;

  /** Of a live photo that the caller has just uploaded. */
  @IfGiven()
  @IsString()
  @Length(1, 40)
  photoId?: string;
}

/** `proof`, and the position beside it that earlier clients send. */
export interface PlaceProofGiven {
  readonly proof?: PlaceProofRequest;
  readonly lat?: number;
  readonly lng?: number;
  readonly accuracyM?: number;
  readonly photoId?: string;
}

export class PlaceProofHolder {
  @IfGiven()
  @ValidateNested()
  @Type(() => PlaceProofRequest)
  @ApiPropertyOptional({ type: PlaceProofRequest })
  proof?: PlaceProofRequest;
}

/** Null: no position was sent. */
export function positionGiven({ proof = {}, ...beside }: PlaceProofGiven): MeasuredPosition | null {
  const { lat, lng, accuracyM } = proof.lat === undefined ? beside : proof;
  return lat === undefined || lng === undefined ? null : { lat, lng, accuracyM: accuracyM ?? 0 };
}
