import type { Params } from 'nestjs-pino';

/** JSON lines on standard output. Requests are logged by `observeRequests`, so pino's own request logging has no routes. */
export const logOptions = (level: string): Params => ({
  forRoutes: [],
  pinoHttp: {
    level,
    redact: { paths: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token'], remove: true },
  },
});
