import type { FastifyReply } from 'fastify';
import { PROBLEM_TYPE } from './problem';

/** The answer of an earlier attempt, thrown to the filter because it carries its own status. */
export class StoredAnswer extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super('answered before');
  }

  send(reply: FastifyReply): FastifyReply {
    return reply
      .status(this.status)
      .header('idempotency-replayed', 'true')
      .type(this.status >= 400 ? PROBLEM_TYPE : 'application/json; charset=utf-8')
      .send(this.body === null ? '' : JSON.stringify(this.body));
  }
}
