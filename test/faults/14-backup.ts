import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { Client } from 'pg';
import { certifyWatcher, draftPermit, newSite, signIn } from '../support/site';
import { tableHashes } from '../support/table-hashes';
import { runCommand } from './harness/command';
import { DatabaseServer } from './harness/database-server';
import type { Fault } from './harness/fault';
import { ADMIN_PASSWORD, Installation, reached } from './harness/installation';

type Hashes = Record<string, string>;

/** 14. By the commands alone: embedded, into an external server, and back into a new embedded one. Each table has the same hash. */
export const backup: Fault = {
  name: '14',
  title: 'backup and restore: embedded → external → embedded',
  async tryIt(trial) {
    const { prepared } = trial;
    const first = await Installation.make({ prepared, name: 'backup', embedded: true });
    const server = await DatabaseServer.start(prepared.copy('backup-server'));
    const last = prepared.empty('backup-last');
    try {
      await fill(first);
      const archives = prepared.empty('archives');
      const one = join(archives, 'one');
      const hashes: Hashes[] = [];

      hashes.push(await hashesBeside(first.dataDir));
      await runCommand('backup', ['--to', one], first.variables());

      const empty = new URL(server.url);
      empty.pathname = '/restored';
      await asSuperuser(server.superuserUrl, (sql) => sql.query('create database restored owner hanan_owner'));
      const external = first.variables({ DATABASE_URL: empty.href, DATA_DIR: prepared.empty('external') });
      await runCommand('restore', ['--from', one], external);
      const counting = new URL(server.superuserUrl);
      counting.pathname = '/restored';
      hashes.push(await hashesOf(counting.href));
      const two = join(archives, 'two');
      await runCommand('backup', ['--to', two], external);

      const back = first.variables({ DATA_DIR: last });
      await runCommand('restore', ['--from', two], back);
      const again = await Installation.make({ prepared, name: 'again', embedded: true, dataDir: last });
      try {
        hashes.push(await hashesBeside(last));
        const platform = await again.start(back);
        const admin = await signIn(reached(platform), 'admin', ADMIN_PASSWORD);
        assert.equal((await admin.get('/permits')).status, 200);
        await platform.stop();
        assert.match(await runCommand('audit-verify', [], back), /./);
      } finally {
        await again.close();
      }
      const [before, between, after] = hashes;
      assert.deepEqual(between, before, 'the external database differs');
      assert.deepEqual(after, before, 'the embedded database differs after the way back');
      return { tried: `${Object.keys(before!).length} tables, the audit trail verified thrice`, lost: 0, doubled: 0 };
    } finally {
      await first.close();
      await server.close();
    }
  },
};

/** People, machines, certificates, a permit and a photo. */
async function fill(at: Installation): Promise<void> {
  const platform = await at.start();
  const app = reached(platform);
  const site = await newSite(app);
  await certifyWatcher(app, site.safety, site.watcher);
  await draftPermit(site);
  await platform.stop();
}

const hashesOf = (url: string): Promise<Hashes> => asSuperuser(url, tableHashes);

/** Of an embedded database while no platform runs on it, so that nothing moves. */
async function hashesBeside(dataDir: string): Promise<Hashes> {
  const server = await DatabaseServer.start(dataDir);
  try {
    return await hashesOf(server.superuserUrl);
  } finally {
    await server.close();
  }
}

async function asSuperuser<T>(url: string, work: (sql: Client) => Promise<T>): Promise<T> {
  const sql = new Client({ connectionString: url });
  await sql.connect();
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
