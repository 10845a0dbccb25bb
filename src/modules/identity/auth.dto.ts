import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { Verbatim } from '../../platform/http/typed-fields';
import { MayMiss } from '../../platform/http/may-miss.decorator';
import { ROLES } from '../../domain/people/roles';

/** User name or phone with a password, or a phone with the code sent to it. */
export class LogInRequest {
  /** User name, or phone. */
  @MayMiss()
  @IsString()
  @Length(1, 64)
  username?: string;

  @MayMiss()
  @IsString()
  @Length(1, 30)
  phone?: string;

  @Verbatim()
  @MayMiss()
  @IsString()
  @Length(1, 128)
  password?: string;

  @MayMiss()
  @Matches(/^\d{6}$/)
  code?: string;
}

export class LoginCodeRequest {
  @IsString()
  @Length(1, 30)
  phone: string;
}

export class LoginCodeSent {
  /** Seconds for which the code can be used. */
  validFor: number;

  /** Seconds until another one can be asked for. */
  retryAfter: number;
}

export class ScopeView {
  @ApiProperty({ enum: ['region', 'enterprise', 'person'] })
  kind: string;

  @ApiProperty({ type: String, nullable: true, description: 'subtree that is seen; empty for the whole country' })
  regionCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  welderId: string | null;
}

export class SessionUser {
  id: string;
  name: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles: string[];

  scope: ScopeView;
}

export class SessionView {
  accessToken: string;

  /** Seconds for which the access token is valid. */
  expiresIn: number;

  user: SessionUser;
}
