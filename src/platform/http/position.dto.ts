import { IsNumber, Max, Min } from 'class-validator';
import { MayMiss } from './may-miss.decorator';

/** Where a device is, as far as it knows; null says the same as nothing. */
export class PositionRequest {
  /** WGS-84 degrees. */
  @MayMiss()
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat?: number;

  @MayMiss()
  @IsNumber()
  @Min(-180)
  @Max(180)
  lng?: number;

  /** Metres; a position without it is taken as exact. */
  @MayMiss()
  @IsNumber()
  @Min(0)
  @Max(100_000)
  accuracyM?: number;
}
