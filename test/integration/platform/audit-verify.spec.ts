import { chmodSync, rmSync } from 'node:fs';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { verifyAudit } from '../../../src/platform/audit/verify-audit';
import { SealAudit } from '../../../src/platform/audit/seal-audit';
import type { Config } from '../../../src/platform/config/config';
import { dataSourceOptions } from '../../../src/platform/database/data-source';
import { migrate } from '../../../src/platform/database/migrate';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { EmbeddedPostgres } from '../../../src/platform/embedded/embedded-postgres';
import { runningServerUrl } from '../../../src/platform/embedded/running-server';
import { Metrics } from '../../../src/platform/observability/metrics';
import { Clock } from '../../../src/platform/time/clock';
import { testConfig } from './house';

let config: Config;
let server: EmbeddedPostgres;
beforeAll(async () => {
  config = testConfig();
  chmodSync(config.dataDir, 0o711);
  server = await EmbeddedPostgres.start({ dataDir: config.dataDir });
  await migrate(server.url());
  const source = await new DataSource(
    dataSourceOptions({ url: server.url(), poolSize: 2, statementTimeoutMs: 20_000 }),
  ).initialize();
  await source.query(
    `insert into audit_entries (at, actor_name, action, entity, entity_id) select now(), 'x', 'done', 'thing', n from generate_series(1, 2500) n`,
  );
  await new SealAudit(new UnitOfWork(source), config, new Clock(), new Metrics()).execute();
  await source.destroy();
}, 60_000);
afterAll(async () => {
  await server?.stop();
  rmSync(config.dataDir, { recursive: true, force: true });
});

async function verify(): Promise<{ intact: boolean; said: string[] }> {
  const said: string[] = [];
  const intact = await verifyAudit(config, (line) => said.push(line));
  return { intact, said };
}

const INTACT = {
  intact: true,
  said: ['已核对 1 块 2500 条审计记录 / checked 2500 entries in 1 blocks', '审计链完整 / The audit trail is intact.'],
};

it('looks at the embedded database beside a running platform, and leaves it running', async () => {
  expect(await verify()).toEqual(INTACT);
  const client = new Client({ connectionString: server.url() });
  await client.connect();
  await client.end();
});

it('starts the embedded database where no platform runs, and stops it again', async () => {
  await server.stop();
  expect(await runningServerUrl(config.dataDir)).toBeNull();
  expect(await verify()).toEqual(INTACT);
  expect(await runningServerUrl(config.dataDir)).toBeNull();
});
