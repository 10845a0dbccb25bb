import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { projectRoot } from '../database/project-files';

const NOT_PAGES = /^\/(api|health|metrics|\.well-known|assets)(\/|$)/;
const A_YEAR = 31_536_000;
/** The build writes them beside each file; none has an address of its own. */
const COMPRESSED = ['**/*.br', '**/*.gz'];
/** The page that names all files of the scanned page at once, in the language nearly everybody reads. */
const CODE_PAGE = 'code.html';
const SCANNED = /^\/c\//;
const OTHER_LANGUAGE = /^\s*en/i;

/** Serves the built web app: files by name, and its one page for every address that a person may open or reload. */
export async function serveWebApp(app: NestFastifyApplication): Promise<void> {
  const root = join(projectRoot(), 'web', 'dist');
  if (!existsSync(join(root, 'index.html'))) return; // the API works without it
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    cacheControl: false,
    preCompressed: true,
    globIgnore: [...COMPRESSED, CODE_PAGE],
    setHeaders: (reply, path) => {
      // the build puts a hash of the content into the names below `assets`
      const forever = path.startsWith(join(root, 'assets'));
      reply.header('cache-control', forever ? `public, max-age=${A_YEAR}, immutable` : 'no-cache');
    },
  });
  app.getHttpAdapter().getInstance().addHook('preHandler', pageInstead);
}

/** Runs for addresses without a route of their own, too, before Nest answers 404. */
async function pageInstead(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const accept = request.headers.accept ?? '*/*';
  const path = request.url.split('?')[0] ?? '/';
  // a scanner that opens a code says no more than that it takes anything
  const wantsPage = accept.includes('text/html') || (accept.includes('*/*') && !/\.\w+$/.test(path));
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads || !wantsPage || !request.is404 || NOT_PAGES.test(path)) return undefined;
  return reply.header('vary', 'Accept, Accept-Language').sendFile(pageAt(path, request.headers['accept-language']));
}

const pageAt = (path: string, languages = ''): string =>
  SCANNED.test(path) && !OTHER_LANGUAGE.test(languages) ? CODE_PAGE : 'index.html';
