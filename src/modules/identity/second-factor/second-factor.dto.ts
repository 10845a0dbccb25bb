import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { MayMiss } from '../../../platform/http/may-miss.decorator';
import { Verbatim } from '../../../platform/http/typed-fields';

export class SecondFactorRequest {
  /** What the first step of signing in gave. */
  @IsString()
  @Length(1, 1_000)
  ticket: string;

  /** Six digits of the authenticator, or a recovery code. */
  @IsString()
  @Length(6, 20)
  code: string;
}

export class BeginFactorRequest {
  /** The current one, where the account has a password. */
  @Verbatim()
  @MayMiss()
  @IsString()
  @Length(1, 128)
  password?: string;
}

export class FactorCodeRequest {
  /** Six digits of the authenticator; to take it away also a recovery code. */
  @IsString()
  @Length(6, 20)
  code: string;
}

export class ResetFactorRequest {
  /** For the audit trail. */
  @IsString()
  @Length(4, 200)
  reason: string;
}

export class SecondFactorView {
  isOn: boolean;

  /** Whether this installation asks for one from somebody with these roles. */
  isRequired: boolean;

  /** The day from which the rules ask for one, where they do not yet. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  requiredFrom: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  since: string | null;

  recoveryCodesLeft: number;
}

export class BegunFactorView {
  /** Base32, for whoever cannot scan. */
  secret: string;

  /** `otpauth://`, as it stands in the picture. */
  address: string;

  /** A QR picture: the dark modules as an SVG path, one unit a module. */
  path: string;

  /** Modules on a side of the picture. */
  size: number;
}

export class RecoveryCodesView {
  @ApiProperty({
    type: [String],
    description: 'each opens the account once in place of the authenticator; shown this once',
  })
  recoveryCodes: string[];
}
