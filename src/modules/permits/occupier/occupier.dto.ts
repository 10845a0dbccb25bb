import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsString, Length, Matches } from 'class-validator';
import { PERMIT_STATES, type PermitState } from '../../../domain/permits/permit';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PositionRequest } from '../../../platform/http/position.dto';

export class OccupierKeyQuery {
  @IsString()
  @Length(1, 100)
  key: string;
}

/** The code of the text message, or the key of the link in it; with a position where the occupier confirms on the spot. */
export class OccupierConfirmationRequest extends PositionRequest {
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

/** What whoever holds the code or the link is shown: no account, names cut to the family's. */
export class OccupierView {
  id: string;
  number: string;
  @ApiProperty({ enum: PERMIT_STATES }) state: PermitState;
  placeName: string;
  content: string;
  @ApiProperty({ type: [String] }) welders: string[];
  @ApiProperty({ format: 'date-time' }) plannedStart: string;
  @ApiProperty({ format: 'date-time' }) plannedEnd: string;
  /** How long somebody stays after the work. */
  watchMinutes: number;
  /** Whoever confirms also says that they stay and watch. */
  mustWatch: boolean;
  /** Whoever confirms stands at the place and sends their position. */
  onTheSpot: boolean;
  /** Somebody has confirmed already. */
  confirmed: boolean;
  /** This phone takes no more texts about small jobs. */
  textsStopped: boolean;
}

export class OccupierCodeSent {
  /** Seconds until another may be sent. */
  retryAfter: number;
}
