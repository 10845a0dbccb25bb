import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config';
import { LARGEST_UPLOAD_BYTES } from '../files/picture';
import { Metrics } from '../observability/metrics';
import { observeRequests } from '../observability/request-log';
import { Clock } from '../time/clock';
import { securityHeaders } from './security-headers';
import { ProblemFilter } from './problem.filter';
import { compressAnswers } from './compress-answers';
import { believeAddressesOnly } from './forwarded-for';
import { guardMetrics } from './metrics-gate';
import { limitAddresses } from './rate-limit';
import { readOnlyReadable, routable } from './readable-request';
import { servePeopleOnly } from './role-gate';
import { serveWebApp } from './web-app';

const LARGEST_BODY_BYTES = 1024 * 1024;
const API_PREFIX = 'api/v1';
/** What does not live below the prefix: probes, scrapers and a path that RFC 8615 fixes. */
const OUTSIDE_PREFIX = [
  'health/live',
  'health/ready',
  'metrics',
  '.well-known/hanan-unlock-keys.json',
  '.well-known/hanan-evidence-keys.json',
];

export const httpAdapter = ({ trustProxy }: Config): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: LARGEST_BODY_BYTES,
    trustProxy: trustProxy.split(','),
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    return503OnClosing: false, // what still comes in over an open connection is answered, and the connection closed
    rewriteUrl: ({ url = '/' }) => routable(url),
    routerOptions: { maxParamLength: 300 },
  });

export const prefixRoutes = (app: NestFastifyApplication): void =>
  void app.setGlobalPrefix(API_PREFIX, { exclude: OUTSIDE_PREFIX });

/** Answers hold personal data; only the files of the web app say otherwise, for themselves. */
const NOT_KEPT = { 'cache-control': 'no-store' };

/** Everything a request passes before it reaches a controller. */
export async function furnishHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  prefixRoutes(app);
  app.useGlobalFilters(app.get(ProblemFilter));
  believeAddressesOnly(server);
  limitAddresses(server, config, app.get(Clock));
  guardMetrics(server, config);
  observeRequests(server, app.get(Metrics));
  servePeopleOnly(server, config);
  const headers = securityHeaders(config);
  const clock = app.get(Clock);
  // Devices set their own time by this header.
  const now = (): string => new Date(clock.now()).toUTCString();
  server.addHook('onRequest', async (_request, reply) => void reply.headers({ ...headers, ...NOT_KEPT, date: now() }));
  compressAnswers(server);
  readOnlyReadable(app, LARGEST_BODY_BYTES);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: LARGEST_UPLOAD_BYTES + 1, files: 6, fields: 30, fieldSize: 64 * 1024 },
  });
  await serveWebApp(app);
}
