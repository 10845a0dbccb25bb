import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusalError, tooMany } from '../../kernel/refusal';
import type { Instant } from '../../kernel/time';
import type { Caller } from '../auth/caller';
import { Config } from '../config/config';
import { Clock } from '../time/clock';

/** A town hall sits behind one address; only a machine sends more than this many users' worth. */
const USERS_PER_ADDRESS = 10;
const MOST_SUBJECTS = 50_000;

/** Counts requests of each subject by the second. */
export class RateLimit {
  private second = 0;
  private readonly counts = new Map<string, number>();

  constructor(private readonly perSecond: number) {}

  allows(subject: string, at: Instant): boolean {
    const second = Math.floor(at / 1_000);
    if (second !== this.second || this.counts.size > MOST_SUBJECTS) {
      this.second = second;
      this.counts.clear();
    }
    const count = (this.counts.get(subject) ?? 0) + 1;
    this.counts.set(subject, count);
    return count <= this.perSecond;
  }
}

const throttled = (): RefusalError => new RefusalError(tooMany('request.throttled', { extra: { retryAfter: 1 } }));

/** By user, once the guard before it knows who asks. */
@Injectable()
export class UserRateLimitGuard implements CanActivate {
  private readonly limit: RateLimit;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.limit = new RateLimit(config.requestsPerSecond);
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest & { caller?: Caller | null }>();
    if (!this.limit.allows(request.caller?.userId ?? `address ${request.ip}`, this.clock.now())) throw throttled();
    return true;
  }
}

/** By address, before anything else is done for a request. */
export function limitAddresses(server: FastifyInstance, config: Config, clock: Clock): void {
  const limit = new RateLimit(config.requestsPerSecond * USERS_PER_ADDRESS);
  server.addHook('onRequest', (request, _reply, done) => {
    done(limit.allows(request.ip, clock.now()) ? undefined : throttled());
  });
}
