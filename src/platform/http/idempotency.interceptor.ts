import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { catchError, from, mergeMap, type Observable } from 'rxjs';
import { conflict, invalid, RefusalError } from '../../kernel/refusal';
import { PUBLIC } from '../auth/access.decorator';
import type { GuardedRequest } from '../auth/authenticated';
import { Sealer } from '../database/sealer';
import { Clock } from '../time/clock';
import { canonicalJson } from '../../kernel/canonical-json';
import { type Attempt, type Claim, IdempotencyStore } from './idempotency.store';
import { StoredAnswer } from './stored-answer';

const WRITES: readonly string[] = ['POST', 'PUT', 'PATCH', 'DELETE'];
const LOOK_AGAIN_MS = 200;
/** Longer than nearly every request takes; a person does not wait longer. */
const LONGEST_WAIT_MS = 5_000;
const RETRY_AFTER_SECONDS = 5;
const KEY = /^[\x21-\x7e]{1,200}$/;

/** A write that is sent again under its `Idempotency-Key` is not done again: it gets the first one's answer. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly store: IdempotencyStore,
    private readonly reflector: Reflector,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const attempt = this.attemptIn(context);
    if (!attempt) return next.handle();
    const claim = await this.claim(attempt);
    if (claim.outcome === 'answered') throw new StoredAnswer(claim.answer.status, claim.answer.body);
    if (claim.outcome === 'mismatch') throw new RefusalError(invalid('idempotency.mismatch'));
    if (claim.outcome === 'in-progress') throw stillInProgress();
    return next.handle().pipe(
      catchError((thrown: unknown) => from(this.free(attempt, thrown))),
      mergeMap((body: unknown) => from(this.keep(attempt, context, body))), // last: a fault in keeping frees no key, the write is done
    );
  }

  /** A doubled request waits for the first one's answer and gets the same. */
  private async claim(attempt: Attempt): Promise<Claim> {
    for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
      const claim = await this.store.claim(attempt, this.clock.now());
      if (claim.outcome !== 'in-progress' || waited >= LONGEST_WAIT_MS) return claim;
      await sleep(LOOK_AGAIN_MS);
    }
  }

  /** Only a signed-in caller's keys are kept apart from everyone else's; on public routes the header means nothing. */
  private attemptIn(context: ExecutionContext): Attempt | null {
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || !request.caller || !WRITES.includes(request.method)) return null;
    if (this.reflector.get<true | undefined>(PUBLIC, context.getHandler())) return null;
    if (typeof key !== 'string' || !KEY.test(key)) throw new RefusalError(invalid('idempotency.key-invalid'));
    return { userId: request.caller.userId, key, requestHash: this.hashOf(request) };
  }

  /** An upload is not read yet at this point: its length and type stand for it. */
  private hashOf({ method, url, body, headers }: GuardedRequest): string {
    const type = headers['content-type']?.split(';')[0];
    const content = body === undefined ? [type, headers['content-length']] : body;
    return this.sealer.fingerprint('idempotency.request', canonicalJson([method, url, content]));
  }

  /** What is no JSON (a PDF) is not kept; the key is free again. */
  private async keep(attempt: Attempt, context: ExecutionContext, body: unknown): Promise<unknown> {
    const { statusCode } = context.switchToHttp().getResponse<FastifyReply>();
    if (body instanceof StreamableFile || Buffer.isBuffer(body)) await this.store.release(attempt);
    else await this.store.settle(attempt, { status: statusCode, body });
    return body;
  }

  /** Nothing was done: the same key serves the corrected request, or the same one later. */
  private async free(attempt: Attempt, thrown: unknown): Promise<never> {
    await this.store.release(attempt);
    throw thrown;
  }
}

const stillInProgress = (): RefusalError =>
  new RefusalError(conflict('idempotency.in-progress', { extra: { retryAfter: RETRY_AFTER_SECONDS } }));
