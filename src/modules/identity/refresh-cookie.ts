import { fastifyCookie, type SerializeOptions } from '@fastify/cookie';
import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../../kernel/refusal';
import type { Result } from '../../kernel/result';
import { Config } from '../../platform/config/config';
import { cookieName, readCookie } from './cookie-name';
import { answer } from '../../platform/http/answer';
import type { SessionView } from './auth.dto';
import type { Session } from './sessions';

const NAME = 'hanan_refresh';
/** The only routes that ever need it, so that no other request carries it. */
const PATH = '/api/v1/auth';

/** The refresh token of a request; null where it brings none. */
export const RefreshToken = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | null =>
    readCookie(context.switchToHttp().getRequest<FastifyRequest>(), NAME) ?? null,
);

/** Carries the refresh token where scripts cannot read it and other sites cannot send it. */
@Injectable()
export class RefreshCookie {
  private readonly options: SerializeOptions;
  private readonly name: string;

  constructor({ publicUrl }: Config) {
    const secure = publicUrl.startsWith('https:');
    this.options = { path: PATH, httpOnly: true, sameSite: 'strict', secure };
    this.name = cookieName(NAME, secure);
  }

  /** A refusal leaves the cookie alone: the browser may hold a newer one by now, from another tab. */
  give(reply: FastifyReply, result: Result<Session, Refusal>): SessionView {
    return this.hand(reply, answer(result));
  }

  hand(reply: FastifyReply, { refreshToken, refreshExpiresAt, view }: Session): SessionView {
    this.set(reply, this.name, refreshToken, refreshExpiresAt);
    return view;
  }

  takeBack(reply: FastifyReply): void {
    for (const name of new Set([NAME, this.name])) this.set(reply, name, '', 0);
  }

  private set(reply: FastifyReply, name: string, value: string, expiresAt: number): void {
    reply.header('set-cookie', fastifyCookie.serialize(name, value, { ...this.options, expires: new Date(expiresAt) }));
  }
}
