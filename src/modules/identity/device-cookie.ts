import { randomBytes } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import fastifyCookie, { type SerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceName } from '../../domain/people/device-name';
import { DAY, SECOND } from '../../kernel/time';
import { cookieName, readCookie } from './cookie-name';
import { Config } from '../../platform/config/config';

const NAME = 'hanan_device';
const PATH = '/api/v1/auth';
const TOKEN = /^[\w-]{43}$/;
/** Browsers keep no cookie longer than some four hundred days. */
const KEPT_FOR = 400 * DAY;

/** The name a browser was given at an earlier sign-in, or a new one. It opens nothing; it only tells its owner from strangers. */
export const DeviceToken = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const given = readCookie(context.switchToHttp().getRequest<FastifyRequest>(), NAME);
  return given !== undefined && TOKEN.test(given) ? given : randomBytes(32).toString('base64url');
});

/** What kind of device the browser says that it runs on. */
export const DeviceName = createParamDecorator((_: unknown, context: ExecutionContext): string | null =>
  deviceName(context.switchToHttp().getRequest<FastifyRequest>().headers['user-agent']),
);

@Injectable()
export class DeviceCookie {
  private readonly options: SerializeOptions;
  private readonly name: string;

  constructor({ publicUrl }: Config) {
    const secure = publicUrl.startsWith('https:');
    this.options = { path: PATH, httpOnly: true, sameSite: 'strict', secure, maxAge: KEPT_FOR / SECOND };
    this.name = cookieName(NAME, secure);
  }

  give(reply: FastifyReply, device: string): void {
    reply.header('set-cookie', fastifyCookie.serialize(this.name, device, this.options));
  }
}
