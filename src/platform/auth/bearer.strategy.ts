import { createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { SECOND } from '../../kernel/time';
import { Config } from '../config/config';
import { TOKEN_ALGORITHM, TOKEN_AUDIENCE, TOKEN_ISSUER } from './access-tokens';
import type { Authenticated } from './authenticated';
import { CallerDirectory } from './caller-directory';

interface Claims {
  readonly sub: string;
  readonly sid: string;
  readonly exp: number;
}

export const BEARER = 'bearer';

/** Reads the access token of `Authorization: Bearer`, and asks who its user is today. */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, BEARER) {
  constructor(
    config: Config,
    private readonly callers: CallerDirectory,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // of a text the library would first try, with each request anew, whether it is a public key
      secretOrKey: createSecretKey(config.jwtSecret, 'utf8') as unknown as Buffer,
      algorithms: [TOKEN_ALGORITHM],
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
      passReqToCallback: true,
    });
  }

  async validate(request: FastifyRequest, claims: Claims): Promise<Authenticated | null> {
    const caller = await this.callers.find({ userId: claims.sub, sessionId: claims.sid, address: request.ip });
    return caller && { caller, expiresAt: claims.exp * SECOND };
  }
}
