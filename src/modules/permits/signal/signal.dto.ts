import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsNumber, Max, Min } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PlaceProofHolder } from '../../regions/place-proof.dto';

export class StateSignalRequest extends PlaceProofHolder {
  /** True: phones and chips have no signal at the place of work. False takes that back. */
  @IsBoolean()
  withoutSignal: boolean;

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

  /** Metres. */
  @IfGiven()
  @IsNumber()
  @Min(0)
  @Max(100_000)
  accuracyM?: number;
}

export class SignalView {
  /** A code may be fetched ahead for this place. */
  withoutSignal: boolean;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  statedAt: string | null;

  /** The caller may say whether there is signal. */
  mayState: boolean;
}
