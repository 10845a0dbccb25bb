import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Instant } from '../../kernel/time';
import type { Caller } from './caller';

/** What a valid access token proves. */
export interface Authenticated {
  readonly caller: Caller;
  readonly expiresAt: Instant;
}

/** What the guard leaves on a request for those behind it. */
export type GuardedRequest = FastifyRequest & { caller?: Caller | null; tokenExpiresAt?: Instant };

/** When the caller's token ends: streams must not outlive it. 0 without a token. */
export const TokenExpiresAt = createParamDecorator(
  (_: unknown, context: ExecutionContext): Instant =>
    context.switchToHttp().getRequest<GuardedRequest>().tokenExpiresAt ?? 0,
);
