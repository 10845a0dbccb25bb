import { fastifyCookie } from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';

/** Browsers take a cookie of such a name over TLS alone, so nobody on an open line puts one in its place. */
const PREFIX = '__Secure-';

export const cookieName = (name: string, isSecure: boolean): string => (isSecure ? `${PREFIX}${name}` : name);

/** Under its name over TLS; else under the plain one, which earlier releases gave over TLS, too. */
export function readCookie({ headers }: FastifyRequest, name: string): string | undefined {
  const given = headers.cookie === undefined ? {} : fastifyCookie.parse(headers.cookie);
  return given[cookieName(name, true)] ?? given[name];
}
