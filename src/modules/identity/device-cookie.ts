import { fastifyCookie, type SerializeOptions } from '@fastify/cookie';
import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, randomBytes } from 'node:crypto';
import { DAY, SECOND } from '../../kernel/time';
import { Config } from '../../platform/config/config';

const NAME = 'hanan_device';
const KEPT_S = (400 * DAY) / SECOND;
const AS_GIVEN = /^[\w-]{22}$/;

/** What a device showed of itself; null: it is new here, or shows something that was never given. */
export const DeviceToken = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const { cookie } = context.switchToHttp().getRequest<FastifyRequest>().headers;
  const shown = cookie === undefined ? undefined : fastifyCookie.parse(cookie)[NAME];
  return shown !== undefined && AS_GIVEN.test(shown) ? shown : null;
});

/** What the browser keeps, and what the platform keeps of it. */
export interface Device {
  readonly token: string;
  readonly hash: string;
}

/**
 * A random number that stays in a browser when its users change, so that two people at one device show. It opens nothing,
 * says nothing of the device, and is sent where people sign in only.
 */
@Injectable()
export class DeviceCookie {
  private readonly options: SerializeOptions;

  constructor({ publicUrl }: Config) {
    const secure = publicUrl.startsWith('https:');
    this.options = { path: '/api/v1/auth/login', httpOnly: true, sameSite: 'strict', secure, maxAge: KEPT_S };
  }

  newOr(shown: string | null): Device {
    const token = shown ?? randomBytes(16).toString('base64url');
    return { token, hash: createHash('sha256').update(token).digest('base64url') };
  }

  /** From the next sign-in on the device is known. */
  keep(reply: FastifyReply, { token }: Device): void {
    reply.header('set-cookie', fastifyCookie.serialize(NAME, token, this.options));
  }
}
