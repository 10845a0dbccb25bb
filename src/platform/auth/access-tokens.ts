import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Config } from '../config/config';
import { MINUTE, SECOND, type Instant } from '../../kernel/time';

export const TOKEN_ISSUER = 'hanan';
export const TOKEN_AUDIENCE = 'hanan-api';
export const TOKEN_ALGORITHM = 'HS256';
export const ACCESS_TOKEN_LIFE = 15 * MINUTE;

/**
 * Short-lived proofs of who calls, in which session. Roles are not in them: they are read at each call, so that a
 * change counts at once.
 */
@Injectable()
export class AccessTokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly config: Config,
  ) {}

  issue(userId: string, sessionId: string, at: Instant): string {
    const iat = Math.floor(at / SECOND);
    const exp = iat + ACCESS_TOKEN_LIFE / SECOND;
    const claims = { sub: userId, sid: sessionId, iss: TOKEN_ISSUER, aud: TOKEN_AUDIENCE, iat, exp };
    return this.jwt.sign(claims, { secret: this.config.jwtSecret }); // of this moment: a rotation changes it
  }
}
