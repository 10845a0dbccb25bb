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
import { permitDiagram } from '../domain/permits/permit-diagram';
import { permissionTable } from './permission-table';

const STATES_HEAD = `# A permit's life

Drawn from the table in \`src/domain/permits/permit-life-cycle.ts\` by \`npm run openapi\`. What must hold before a step is said by its guard; time
brings \`expire\` and the steps that no person gives.
`;

/** Writes what is made from routes and tables: `docs/openapi.json`, `docs/permissions.md`, `docs/permit-states.md`. Needs no database: nothing is started. */
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
  writeFileSync(join(docs, 'permit-states.md'), `${STATES_HEAD}\n\`\`\`mermaid\n${permitDiagram()}\n\`\`\`\n`);
}

main().then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(`${String((fault as Error).stack ?? fault)}\n`);
    process.exit(1);
  },
);
