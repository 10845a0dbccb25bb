import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GuardedRequest } from '../auth/authenticated';
import type { Metrics } from './metrics';

const DENIED = 403;
const callerOf = (request: FastifyRequest): string | null => (request as GuardedRequest).caller?.userId ?? null;

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

/**
 * One measurement a request and one log line, at `debug` when all went well. The route's pattern stands for its path, and
 * query, address and caller stay out: they tell who did what. Who was denied something is named by their id.
 */
export function observeRequests(server: FastifyInstance, metrics: Metrics): void {
  const logger = new Logger('http');
  const seconds = metrics.histogram(
    { name: 'hanan_http_request_seconds', help: 'HTTP requests', labelNames: ['method', 'route', 'status'] },
    SECONDS,
  );
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const ms = Math.round(reply.elapsedTime);
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
    const line = {
      event: 'http.answered',
      id: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms,
    };
    if (reply.statusCode >= 500) logger.warn(line);
    else if (reply.statusCode === DENIED) logger.log({ ...line, userId: callerOf(request) });
    else logger.debug(line);
    done();
  });
}
