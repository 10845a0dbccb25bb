import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';

const HEADER = 'x-forwarded-for';
/** Some proxies add the port: `198.51.100.1:5678`, `[2001:db8::1]:5678`. */
const WITH_PORT = /^(?:\[([^\]]+)\]|(\d+\.\d+\.\d+\.\d+))(?::\d+)?$/;

/** The addresses a list of proxies vouches for, the last first in trust: what stands before a word that is no address is nobody's. */
export function believable(header: string): string {
  const parts = header.split(',').map((part) => {
    const text = part.trim();
    const [, six, four] = WITH_PORT.exec(text) ?? [];
    return six ?? four ?? text;
  });
  const junk = parts.findLastIndex((part) => isIP(part) === 0);
  return parts.slice(junk + 1).join(', ');
}

/** Addresses are stored in the audit trail and counted by limits, so junk never becomes one. */
export function believeAddressesOnly(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { headers } = request.raw;
    const given = headers[HEADER];
    if (given !== undefined) {
      const believed = believable(String(given));
      if (believed === '') delete headers[HEADER];
      else headers[HEADER] = believed;
    }
    done();
  });
}
