import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { invalid, RefusalError, stale, type Refusal } from '../../kernel/refusal';

/** `If-Match` of a request as the version it names; null if it is missing or `*`: then the last writer wins. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | null =>
  versionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** RFC 9110, 13.1.1. Anything but a version of ours is refused: to guess would be to overwrite. */
function versionOf(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const version = /^\s*"(\d{1,9})"\s*$/.exec(header)?.[1];
  if (version === undefined) throw new RefusalError(invalid('version.unreadable'));
  return Number(version);
}

/** The refusal of a write that was based on an older version (412). */
export const versionStale = (current: number): Refusal => stale('version.stale', { extra: { version: current } });

/** Gives each answer that has a `version` its `ETag`, so that a form can send it back as `If-Match`. */
@Injectable()
export class VersionTag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((view: unknown) => {
        const version = versionIn(view);
        if (version !== null) reply.header('etag', `"${version}"`);
        return view;
      }),
    );
  }
}

function versionIn(view: unknown): number | null {
  if (typeof view !== 'object' || view === null || !('version' in view)) return null;
  return typeof view.version === 'number' ? view.version : null;
}
