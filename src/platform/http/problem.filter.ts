import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../i18n/language';
import { answered, type Answered } from './problem-kinds';
import { pathOf, PROBLEM_TYPE, ProblemWriter } from './problem';
import { StoredAnswer } from './stored-answer';

/** Everything thrown ends here, and only here do refusals become HTTP. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(private readonly problems: ProblemWriter) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return; // a stream that broke after its head went out
    if (thrown instanceof StoredAnswer) return void thrown.send(reply);
    this.send(http.getRequest<FastifyRequest>(), reply, answered(thrown) ?? this.fault(thrown));
  }

  private send(request: FastifyRequest, reply: FastifyReply, answer: Answered): void {
    const language = languageOf(request.headers['accept-language']);
    void reply
      .status(answer.status)
      .headers({ ...extraHeaders(answer), 'content-language': language, vary: 'Accept-Language' })
      .type(PROBLEM_TYPE)
      .send(this.problems.write(answer, language, pathOf(request)));
  }

  /** What broke inside is for the log; the caller gets a number to quote. */
  private fault(thrown: unknown): Answered {
    const faultId = randomUUID();
    this.logger.error({ event: 'fault.unexpected', faultId, err: thrown });
    return { status: 500, cause: { code: 'fault.unexpected', params: { faultId }, extra: { faultId } } };
  }
}

function extraHeaders({ status, cause }: Answered): Record<string, string> {
  if (status === 401) return { 'www-authenticate': 'Bearer' };
  const retryAfter = cause.extra?.['retryAfter'];
  return typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {};
}
