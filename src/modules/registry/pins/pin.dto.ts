import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { Verbatim } from '../../../platform/http/typed-fields';

/** The new PIN, with the password of the account or a code that was sent to its phone. */
export class SetPinRequest {
  /** Six digits. */
  @IsString()
  @Length(1, 12)
  pin: string;

  @Verbatim()
  @IfGiven()
  @IsString()
  @Length(1, 128)
  current?: string;

  @IfGiven()
  @Matches(/^\d{6}$/)
  code?: string;
}

export class PinView {
  set: boolean;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  setAt: string | null;
}
