import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module';
import { Config } from '../platform/config/config';
import { DatabaseAddress } from '../platform/database/database-address';
import { projectRoot } from '../platform/database/project-files';
import { httpAdapter, prefixRoutes } from '../platform/http/http-server';
import { openApiDocument } from '../platform/http/open-api';
import { permissionTable } from './permission-table';

/** Writes what is made from the routes: `docs/openapi.json` and `docs/permissions.md`. Needs no database: nothing is started. */
async function main(): Promise<void> {
  const config = new Config({ jwtSecret: '', masterKeys: new Map(), searchKey: Buffer.alloc(32), unlockKeys: [] });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, new DatabaseAddress('', '')),
    httpAdapter(config),
    { preview: true, logger: false, abortOnError: false },
  );
  prefixRoutes(app);
  const document = openApiDocument(app);
  const docs = join(projectRoot(), 'docs');
  writeFileSync(join(docs, 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
  writeFileSync(join(docs, 'permissions.md'), permissionTable(document));
}

main().then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(`${String((fault as Error).stack ?? fault)}\n`);
    process.exit(1);
  },
);
