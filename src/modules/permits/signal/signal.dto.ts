import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { PlaceProofHolder } from '../../regions/place-proof.dto';

export class StateSignalRequest extends PlaceProofHolder {
  /** True: phones and chips have no signal at the place of work. False takes that back. */
  @IsBoolean()
  withoutSignal: boolean;
}

export class SignalView {
  /** A code may be fetched ahead for this place. */
  withoutSignal: boolean;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  statedAt: string | null;

  /** The caller may say whether there is signal. */
  mayState: boolean;
}
