import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { notFound, RefusalError } from '../../kernel/refusal';
import type { Config } from '../config/config';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** The numbers tell how many people and chips there are: for this machine, and for a scraper that holds `METRICS_TOKEN`. */
export function guardMetrics(server: FastifyInstance, { metricsToken }: Config): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const asked = request.url.split('?')[0] === '/metrics';
    const open = !asked || isLocal(request.ip) || (metricsToken !== null && bears(request, metricsToken));
    done(open ? undefined : new RefusalError(notFound('route.unknown')));
  });
}

const isLocal = (address: string): boolean => isIP(address) !== 0 && LOOPBACK.test(address);

function bears({ headers }: FastifyRequest, token: string): boolean {
  const [given, wanted] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
