import { readFileSync } from 'node:fs';
import { TLSSocket, type TlsOptions } from 'node:tls';

/** A client that shows a certificate of this authority may leave the password out; whoever has none is asked for it. */
export const askForCertificate = (authority: string | null): TlsOptions =>
  authority === null ? {} : { ca: readFileSync(authority), requestCert: true, rejectUnauthorized: false };

/** Nobody's name: no chip number is empty. */
const NOT_BELIEVED = '';

/** Whom a client's certificate names, by its common name. Null without a certificate; nobody where it is not to be believed. */
export function certifiedName(connection: unknown): string | null {
  if (!(connection instanceof TLSSocket)) return null;
  const certificate = connection.getPeerCertificate();
  if (!certificate || Object.keys(certificate).length === 0) return null;
  const name: unknown = certificate.subject.CN;
  return connection.authorized && typeof name === 'string' ? name : NOT_BELIEVED;
}
