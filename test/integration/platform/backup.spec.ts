import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, type Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { Journal } from '../../../src/platform/audit/journal';
import { SealAudit } from '../../../src/platform/audit/seal-audit';
import { verifyAudit } from '../../../src/platform/audit/verify-audit';
import { systemActor } from '../../../src/platform/auth/caller';
import { ArchiveKeys, newEncryption } from '../../../src/platform/backup/chunk-cipher';
import { readManifest, writeManifest } from '../../../src/platform/backup/manifest';
import { openArchive, restoreInto, withClient } from '../../../src/platform/backup/restore-backup';
import { inPlace, keepFound, restorePlace } from '../../../src/platform/backup/restore-place';
import { settleChain } from '../../../src/platform/backup/settle-chain';
import { takeBackup } from '../../../src/platform/backup/take-backup';
import type { SecretTexts } from '../../../src/platform/config/kept-secrets';
import { Config } from '../../../src/platform/config/config';
import { readConfig } from '../../../src/platform/config/read-config';
import { newUnlockKey } from '../../../src/platform/config/unlock-key';
import { dataSourceOptions } from '../../../src/platform/database/data-source';
import { systemScope } from '../../../src/platform/database/scope';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { EmbeddedPostgres } from '../../../src/platform/embedded/embedded-postgres';
import { Metrics } from '../../../src/platform/observability/metrics';
import { OutboxReader } from '../../../src/platform/outbox/outbox.reader';
import { cursorText, type Cursor } from '../../../src/platform/outbox/outbox.cursor';
import { Clock } from '../../../src/platform/time/clock';
import { emptyCopy } from '../../support/database';
import { tableHashes } from '../../support/table-hashes';

const PASSPHRASE = Buffer.from('a passphrase of the test');
const SECRETS: SecretTexts = {
  JWT_SECRET: 'a secret of a test, long enough for HS256',
  MASTER_KEY: `1:${Buffer.alloc(32, 1).toString('base64')}`,
  TIP_KEY: `1:${Buffer.alloc(32, 3).toString('base64')}`,
  SEARCH_KEY: Buffer.alloc(32, 2).toString('base64'),
  UNLOCK_SIGNING_KEY: newUnlockKey(),
};
const home = mkdtempSync(join(tmpdir(), 'hanan-backup-'));
const say = (): void => undefined;
const order = { takenAt: new Date('2026-11-28T08:00:00Z'), version: '0', passphrase: PASSPHRASE, secrets: SECRETS };

let source: { url: string; drop: () => Promise<void> };
let config: Config;
let kept: Cursor;
const archive = join(home, 'first');
const plain = join(home, 'plain');

beforeAll(async () => {
  source = await emptyCopy();
  config = at('source', source.url);
  await run(source.url, async (client) => {
    await client.query(`
      create table samples_20261128 partition of samples for values from ('2026-11-28T00:00:00Z') to ('2026-11-29T00:00:00Z');
      insert into files (id, media_type, sha256, bytes, width, height, uploaded_at)
        values ('F', 'image/jpeg', 'x', decode(repeat('00ff5c0a', 50000), 'hex'), 1, 1, now());
      insert into users (id, username, name, password_hash, roles, created_at) values ('U', 'user-u', E'赵\\t\\\\N', 'x', '{admin}', now());
      insert into outbox (type, at, entity, entity_id) values ('before', now(), 'thing', 'T');`);
  });
  kept = await working(config, async (uow) => {
    await write(uow, 'before');
    await seals(uow, config);
    return await settledHead(uow);
  });
  await takeBackup(config, source.url, { ...order, folder: archive });
  await takeBackup(config, source.url, { ...order, folder: plain, passphrase: null, secrets: null });
}, 60_000);

afterAll(async () => {
  await source?.drop();
  rmSync(home, { recursive: true, force: true });
});

/** The configuration of an installation of its own. */
const at = (name: string, url: string): Config =>
  readConfig({ DATA_DIR: join(home, name), DATABASE_URL: url, LOG_LEVEL: 'silent', ...SECRETS });

async function run<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function working<T>(on: Config, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
  const options = dataSourceOptions({ url: on.databaseUrl ?? '', poolSize: 2, statementTimeoutMs: 20_000 });
  const dataSource = await new DataSource(options).initialize();
  try {
    return await work(new UnitOfWork(dataSource));
  } finally {
    await dataSource.destroy();
  }
}

const write = (uow: UnitOfWork, what: string): Promise<void> =>
  uow.run(systemScope('test'), (tx) =>
    new Journal().record(
      tx,
      systemActor('test'),
      Date.now(),
      [{ action: what, entity: 'thing', entityId: 'T' }],
      [{ type: what, entity: 'thing', entityId: 'T', regionCode: '411003' }],
    ),
  );

/** Other suites share the server, and a transaction of theirs may hold back what is certain for a moment. */
async function until<T>(ask: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await ask();
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('never');
}

async function seals(uow: UnitOfWork, on: Config): Promise<void> {
  const seal = new SealAudit(uow, on, new Clock(), new Metrics());
  await until(async () => {
    await seal.execute();
    const [row] = await uow.run(systemScope('test'), (tx) =>
      tx.query<{ open: number }>(
        `select count(*)::int as open from audit_entries e where not exists (select 1 from audit_blocks b where e.id = any(b.entry_ids))`,
      ),
    );
    return row?.open === 0 ? true : null;
  });
}

const settledHead = (uow: UnitOfWork): Promise<Cursor> =>
  until(async () => {
    const events = await new OutboxReader(uow).read({ after: null, limit: 9 });
    return events.length === 2 ? events[1]!.cursor : null;
  });

const hashes = (url: string): Promise<Record<string, string>> => run(url, tableHashes);

async function restored(folder: string, environment: Record<string, string>, name: string) {
  const opened = await openArchive(folder, PASSPHRASE);
  const dataDir = join(home, name);
  const found = await restorePlace(opened, { DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...environment }, dataDir);
  const place = { ...found, config: new Config({ ...found.config, embeddedSettings: { fsync: 'off' } }) };
  return { opened, place };
}

it('carries everything into an embedded database and out again: each table has the same hash, news and audit go on', async () => {
  const before = await hashes(source.url);
  const { opened, place } = await restored(archive, {}, 'embedded');
  const second = join(home, 'second');
  const inside = await inPlace(place, say, async (url) => {
    const epoch = await restoreInto(url, opened);
    await withClient(url, (client) => settleChain(client, place.config, epoch, say));
    expect(keepFound(place)).toBe(join(home, 'embedded', 'secrets.json'));
    const superuser = new URL(url);
    superuser.username = 'hanan';
    superuser.password = readFileSync(join(home, 'embedded', 'postgres.password'), 'utf8').trim();
    const after = await hashes(superuser.href);
    expect(await verifyAudit(place.config, say)).toBe(true);
    await goesOn({ ...place.config, databaseUrl: url }, 2);
    expect(await verifyAudit(place.config, say)).toBe(true);
    await takeBackup(place.config, url, { ...order, folder: second });
    return { after, later: await hashes(superuser.href) };
  });
  expect(inside.after).toEqual(before);

  // a server of its own: the long transaction of a restore holds back the news of every database beside it
  const server = await EmbeddedPostgres.start({
    dataDir: mkdtempSync(join(home, 'server-')),
    settings: { fsync: 'off' },
  });
  try {
    const again = await restored(second, { DATABASE_URL: server.url() }, 'external');
    await inPlace(again.place, say, (url) => restoreInto(url, again.opened));
    expect(await hashes(server.superuserUrl('hanan'))).toEqual(inside.later);
    await goesOn({ ...again.place.config, databaseUrl: server.url() }, 3);
    expect(await verifyAudit(again.place.config, say)).toBe(true);
    expect(keepFound(again.place)).toBe(join(home, 'external', 'secrets.env'));
  } finally {
    await server.stop();
  }
}, 120_000);

/** Whoever stopped at a cursor of the first epoch hears what comes now, at once. */
const goesOn = (on: Config, epoch: number): Promise<void> =>
  working(on, async (uow) => {
    await write(uow, `after ${epoch}`);
    const reader = new OutboxReader(uow);
    const events = await until(async () => {
      const found = await reader.read({ after: kept, limit: 9 });
      return found.at(-1)?.type === `after ${epoch}` ? found : null;
    });
    expect(events.map(({ type }) => type)).toEqual(Array.from({ length: epoch - 1 }, (_, n) => `after ${n + 2}`));
    expect(cursorText(events.at(-1)!.cursor)).toMatch(new RegExp(`^${epoch}\\.\\d+-\\d+$`));
    await seals(uow, on);
  });

describe('a backup that is not whole is refused before anything is written', () => {
  const damaged = (from: string, harm: (folder: string) => void): string => {
    const folder = mkdtempSync(join(home, 'harmed-'));
    cpSync(from, folder, { recursive: true });
    harm(folder);
    return folder;
  };
  const flip = (file: string): void => {
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1]! ^= 4;
    writeFileSync(file, bytes);
  };

  it.each<[string, (folder: string) => void, string]>([
    ['a bit of a table flipped', (folder) => flip(join(folder, 'files.rows.gz')), 'part-damaged'],
    ['a table cut off', (folder) => truncateSync(join(folder, 'files.rows.gz'), 40), 'part-damaged'],
    ['a table gone', (folder) => rmSync(join(folder, 'users.rows.gz')), 'part-missing'],
    ['the manifest gone', (folder) => rmSync(join(folder, 'manifest.json')), 'no-backup'],
    ['the manifest cut off', (folder) => truncateSync(join(folder, 'manifest.json'), 400), 'manifest-damaged'],
    [
      'the manifest changed',
      (folder) => {
        const file = join(folder, 'manifest.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace('2026-11-28', '2026-11-27'));
      },
      'manifest-damaged',
    ],
    [
      'made by a newer version',
      (folder) => {
        const { manifest, keys } = readManifest(folder, null);
        rmSync(join(folder, 'manifest.json'));
        writeManifest(folder, { ...manifest, migrations: [...manifest.migrations, 'ComeLater9999'] }, keys);
      },
      'version-newer',
    ],
  ])('%s', async (_, harm, fault) => {
    await expect(openArchive(damaged(plain, harm), null)).rejects.toMatchObject({ fault });
  });

  it('of an encrypted one: a changed manifest, a plain archive put in its place', async () => {
    const changed = damaged(archive, (folder) => {
      const file = join(folder, 'manifest.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('2026-11-28', '2026-11-27'));
    });
    await expect(openArchive(changed, PASSPHRASE)).rejects.toMatchObject({ fault: 'manifest-not-authentic' });
    await expect(openArchive(plain, PASSPHRASE)).rejects.toMatchObject({ fault: 'not-encrypted' });
  });

  it('of a chunk of an encrypted part: a bit flipped, chunks exchanged, the end cut off between two chunks', async () => {
    const keys = new ArchiveKeys(PASSPHRASE, newEncryption());
    const pass = (bytes: Buffer, through: Transform): Promise<Buffer> =>
      buffer(Readable.from([bytes]).compose(through));
    const clear = randomBytes(150_000);
    const sealed = await pass(clear, keys.encrypting('a'));
    expect(await pass(sealed, keys.decrypting('a'))).toEqual(clear);
    const [chunk, flipped] = [65_552, Buffer.from(sealed)];
    flipped[70_000]! ^= 1;
    const exchanged = Buffer.concat([
      sealed.subarray(chunk, 2 * chunk),
      sealed.subarray(0, chunk),
      sealed.subarray(2 * chunk),
    ]);
    for (const harmed of [flipped, exchanged, sealed.subarray(0, 2 * chunk), sealed.subarray(0, 5)])
      await expect(pass(harmed, keys.decrypting('a'))).rejects.toMatchObject({ fault: 'part-damaged' });
    await expect(pass(sealed, keys.decrypting('b'))).rejects.toMatchObject({ fault: 'part-damaged' });
  });

  it('another passphrase, or none', async () => {
    await expect(openArchive(archive, Buffer.from('not the passphrase'))).rejects.toMatchObject({
      fault: 'manifest-not-authentic',
    });
    await expect(openArchive(archive, null)).rejects.toMatchObject({ fault: 'passphrase-missing' });
  });
});

describe('a place that does not fit is refused', () => {
  it('a database with tables, and a folder with a database', async () => {
    const { opened, place } = await restored(archive, { DATABASE_URL: source.url }, 'taken');
    const before = await hashes(source.url);
    await expect(inPlace(place, say, (url) => restoreInto(url, opened))).rejects.toMatchObject({
      fault: 'place-not-empty',
    });
    expect(await hashes(source.url)).toEqual(before);
    await expect(restored(archive, {}, 'embedded')).rejects.toMatchObject({ fault: 'place-not-empty' });
  });

  it('other secrets than those of the backup', async () => {
    const MASTER_KEY = Buffer.alloc(32, 9).toString('base64');
    await expect(restored(archive, { MASTER_KEY }, 'other')).rejects.toMatchObject({ fault: 'secrets-differ' });
  });

  it('a folder that holds something already, and secrets without encryption', async () => {
    await expect(takeBackup(config, source.url, { ...order, folder: archive })).rejects.toMatchObject({
      fault: 'folder-not-empty',
    });
    const folder = join(home, 'secrets');
    await expect(takeBackup(config, source.url, { ...order, folder, passphrase: null })).rejects.toMatchObject({
      fault: 'secrets-need-encryption',
    });
  });
});

it('without encryption the parts are ordinary gzip, and secrets are named only', async () => {
  const opened = await openArchive(plain, null);
  expect(readdirSync(plain)).toHaveLength(opened.manifest.tables.length + 1);
  expect(gunzipSync(readFileSync(join(plain, 'users.rows.gz'))).toString()).toContain('user-u');
  expect(opened.manifest.secretNames).toContain('MASTER_KEY');
  await expect(restorePlace(opened, {}, join(home, 'bare'))).rejects.toMatchObject({ fault: 'secrets-missing' });
});
