import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { BytesRead } from '../../../platform/http/readable-request';
import type { Signed } from '../signature';

/** A request of another system, as far as its signature covers it; whether it is true is asked by `KnowPartner`. */
export interface SignedRequest extends Signed {
  readonly partnerId: string;
  readonly signature: string;
}

const text = (header: string | string[] | undefined): string =>
  typeof header === 'string' ? header.slice(0, 200) : '';

export const TheirRequest = createParamDecorator((_: unknown, context: ExecutionContext): SignedRequest => {
  const request = context.switchToHttp().getRequest<FastifyRequest & BytesRead>();
  return {
    partnerId: text(request.headers['hanan-partner']),
    signature: text(request.headers['hanan-signature']),
    method: request.method,
    path: request.originalUrl,
    body: request.bytes ?? '',
  };
});
