import { IsNumber, Max, Min } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';

/** That somebody is on the spot. */
export class ProofRequest {
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
}
