import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { SECOND } from '../../kernel/time';
import { Clock } from '../time/clock';
import { Config } from '../config/config';
import { TOKEN_ALGORITHM, TOKEN_AUDIENCE, TOKEN_ISSUER } from './access-tokens';
import type { Authenticated } from './authenticated';
import { CallerDirectory } from './caller-directory';
import { signingKeyOf } from './token-keys';

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
    clock: Clock,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (_request, token: string, done) =>
        done(null, signingKeyOf(token, config, clock.now()) as unknown as Buffer),
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
