import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import { Config } from '../config/config';
import { beginningAgain, isSearchKeyWaiting, takeMovedSearchKey } from '../database/search-hold';

/** What cannot be read twice: an upload, and a stream of events. */
const ONCE = /^(multipart\/|text\/event-stream)/;

/**
 * In the one moment when a rotation changes the search hashes of the database, a request may hold hashes of before. Its
 * transaction fails at its beginning, and the request is answered from its start, as if it had come a moment later.
 */
@Injectable()
export class BeginAgain implements NestInterceptor {
  constructor(private readonly config: Config) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const isOnce = ONCE.test(headers['content-type'] ?? '') || ONCE.test(headers.accept ?? '');
    if (isOnce || !isSearchKeyWaiting(this.config)) return next.handle();
    return defer(() => this.answer(next));
  }

  private async answer(next: CallHandler): Promise<unknown> {
    const once = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    try {
      return await beginningAgain(once);
    } catch (fault) {
      if (!takeMovedSearchKey(this.config, fault)) throw fault;
      return beginningAgain(once);
    }
  }
}
