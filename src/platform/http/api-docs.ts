import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Catalogue } from '../i18n/catalogue';
import { languageOf } from '../i18n/language';
import { apiPage } from './api-page';

/** `/api/openapi.json`, and a page a person can read: plain HTML, because the usual one needs inline scripts that our policy refuses. */
export function serveApiDocs(app: NestFastifyApplication, document: OpenAPIObject): void {
  const server = app.getHttpAdapter().getInstance();
  const json = JSON.stringify(document);
  server.get('/api/openapi.json', (_request, reply) => {
    void reply.type('application/json; charset=utf-8').send(json);
  });
  server.get('/api/docs', (request, reply) => {
    const title = app.get(Catalogue).text('api.title', languageOf(request.headers['accept-language']));
    void reply.type('text/html; charset=utf-8').send(apiPage(document, title));
  });
}
