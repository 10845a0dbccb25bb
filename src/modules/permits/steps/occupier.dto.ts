import { IsBoolean, IsString, Length, Matches } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';

export class OccupierKeyQuery {
  @IsString()
  @Length(1, 100)
  key: string;
}

/** The code of the text message, or the key of the link in it. */
export class OccupierConfirmationRequest {
  @IfGiven()
  @IsString()
  @Matches(/^\s*\d{6}\s*$/)
  code?: string;

  @IfGiven()
  @IsString()
  @Length(1, 100)
  key?: string;

  /** The occupier stays and watches, during the work and after it. */
  @IfGiven()
  @IsBoolean()
  watches?: boolean;
}
