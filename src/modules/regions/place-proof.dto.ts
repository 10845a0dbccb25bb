import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsString, Length, ValidateNested } from 'class-validator';
import type { MeasuredPosition } from '../../domain/places/place-proof';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { PositionRequest } from '../../platform/http/position.dto';

/** What shows that somebody stands at a place: a position, or the signboard that hangs there with a photo of it. */
export class PlaceProofRequest extends PositionRequest {
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
  /** The welder's own, six digits. On somebody else's phone it counts only beside a live photo. */
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

/** `proof`, or the position alone beside it. */
export class PlaceProofHolder extends PositionRequest {
  @IfGiven()
  @ValidateNested()
  @Type(() => PlaceProofRequest)
  @ApiPropertyOptional({ type: PlaceProofRequest })
  proof?: PlaceProofRequest;
}

/** Null: no position was sent. */
export function positionGiven({ proof = {}, ...beside }: PlaceProofGiven): MeasuredPosition | null {
  const { lat, lng, accuracyM } = proof.lat == null ? beside : proof;
  return lat == null || lng == null ? null : { lat, lng, accuracyM: accuracyM ?? 0 };
}
