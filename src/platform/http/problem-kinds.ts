import { HttpException } from '@nestjs/common';
import { DatabaseError } from 'pg';
import { isDatabaseAway, isDiskFull } from '../database/database-away';
import { RefusalError, type Refusal, type RefusalKind } from '../../kernel/refusal';

/** The one table of status codes for refusals. */
const STATUS_OF: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-many': 429,
  unavailable: 503,
};

/** What the framework itself refuses before or beside our code: by its status, in our words. */
const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'request.malformed',
  401: 'auth.required',
  403: 'access.denied',
  404: 'route.unknown',
  405: 'route.unknown',
  409: 'request.conflict',
  412: 'version.stale',
  413: 'request.too-large',
  415: 'request.media-type',
  416: 'request.range',
  422: 'request.invalid',
  429: 'request.throttled',
  503: 'service.unavailable',
  507: 'storage.full',
};
/** What has to be waited for says how long. */
const LATER = { extra: { retryAfter: 2 } };

/** The content of a problem document, for a refusal or for a fault. */
type Cause = Omit<Refusal, 'kind'>;

export interface Answered {
  readonly status: number;
  readonly cause: Cause;
}

/** The refusal and status for something that was thrown; null if it is an unexpected fault. */
export function answered(thrown: unknown): Answered | null {
  if (thrown instanceof RefusalError) return { status: STATUS_OF[thrown.refusal.kind], cause: thrown.refusal };
  const status = statusOf(thrown);
  const code = BY_STATUS[status];
  return code ? { status, cause: { code, ...(status > 500 && LATER) } } : null;
}

/** A request that cannot be read at all, so no field can be named. */
export class Malformed extends Error {
  readonly statusCode = 400;
}

/** PostgreSQL's texts hold no NUL and no broken UTF-16: `invalid_byte_sequence`, `untranslatable_character`. */
const UNSTORABLE_TEXT: readonly string[] = ['22021', '22P05'];

/** Nest's exceptions and Fastify's errors (`FST_ERR_CTP_BODY_TOO_LARGE`, broken JSON) both carry a status. */
function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (isDiskFull(thrown)) return 507;
  if (isDatabaseAway(thrown)) return 503;
  if (thrown instanceof DatabaseError && UNSTORABLE_TEXT.includes(thrown.code ?? '')) return 400;
  if (thrown instanceof Error && 'statusCode' in thrown && typeof thrown.statusCode === 'number')
    return thrown.statusCode;
  return 500;
}
