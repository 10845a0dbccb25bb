import type { FastifyInstance } from 'fastify';
import { notFound, RefusalError } from '../../kernel/refusal';
import { type Config, servesPeople } from '../config/config';

const FOR_MACHINES = /^\/(health\/|metrics$)/;

/** A process that only ingests or only runs timers answers probes and scrapers, and nobody else. */
export function servePeopleOnly(server: FastifyInstance, config: Config): void {
  if (servesPeople(config)) return;
  server.addHook('onRequest', (request, _reply, done) => {
    const open = FOR_MACHINES.test(request.url.split('?')[0] ?? '');
    done(open ? undefined : new RefusalError(notFound('route.unknown')));
  });
}
