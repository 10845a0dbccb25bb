import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet, { type HelmetOptions } from 'helmet';
import type { Config } from '../config/config';

/**
 * Scripts, styles and data come from this server alone; the one other host is the operator's own map tiles. Components that
 * place themselves do so through the CSSOM, which needs no `unsafe-inline`.
 */
function options({ tileUrl, publicUrl }: Config): HelmetOptions {
  const tiles = tileUrl === null ? [] : [new URL(tileUrl.replaceAll(/[{}]/g, '')).origin];
  const secure = publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:', ...tiles],
        'connect-src': ["'self'"],
        'worker-src': ["'self'"],
        'manifest-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // Over plain http in a local network these two headers only produce warnings.
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    originAgentCluster: secure,
    referrerPolicy: { policy: 'same-origin' },
  };
}

/** Made once: they are the same for every answer. */
export function securityHeaders(config: Config): Record<string, string> {
  const headers: Record<string, string> = {};
  const collector = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: (name: string) => delete headers[name.toLowerCase()],
  };
  helmet(options(config))({} as IncomingMessage, collector as unknown as ServerResponse, () => undefined);
  return headers;
}
