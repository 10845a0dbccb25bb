import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Catalogue } from '../i18n/catalogue';
import { languageOf } from '../i18n/language';
import { apiPage } from './api-page';
import { openApiDocument } from './open-api';

/**
 * `/api/openapi.json`, and a page a person can read: plain HTML, because the usual one needs inline scripts that our policy refuses.
 * The document is made when it is first asked for: a start does not wait for it.
 */
export function serveApiDocs(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  let made: OpenAPIObject | undefined;
  const document = (): OpenAPIObject => (made ??= openApiDocument(app));
  server.get('/api/openapi.json', (_request, reply) => {
    void reply.type('application/json; charset=utf-8').send(JSON.stringify(document()));
  });
  server.get('/api/docs', (request, reply) => {
    const title = app.get(Catalogue).text('api.title', languageOf(request.headers['accept-language']));
    void reply.type('text/html; charset=utf-8').send(apiPage(document(), title));
  });
}
