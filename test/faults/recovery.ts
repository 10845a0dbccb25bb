import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { signIn, type Person } from '../support/site';
import { runCommand } from './harness/command';
import { DatabaseServer } from './harness/database-server';
import type { Fault } from './harness/fault';
import { ADMIN_PASSWORD, Installation, reached } from './harness/installation';
import { pause, until } from './harness/wait';

/**
 * Point-in-time recovery as docs/operations.md describes it: WAL is archived, a base backup is taken beside the working
 * platform, and the database is brought back to a moment between two writes. Then a new epoch begins.
 */
export const recovery: Fault = {
  name: 'recovery',
  title: 'point-in-time recovery of an external database',
  inTests: 'nothing: PostgreSQL’s own means are tried in the long form',
  async tryIt(trial) {
    const { prepared } = trial;
    const archive = prepared.empty('archive');
    chmodSync(archive, 0o777); // the server runs under another account where this runs as root
    const at = await Installation.make({
      ...{ prepared, name: 'recovery' },
      settings: { archive_mode: 'on', archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f` },
    });
    const base = prepared.empty('base');
    let recovered: DatabaseServer | undefined;
    try {
      const platform = await at.start();
      const admin = await signIn(reached(platform), 'admin', ADMIN_PASSWORD);
      await write(admin, 'before-base');
      await baseBackup(at, base);
      await write(admin, 'before-moment');
      await sealed(at);
      const blocks = await count(at, 'select count(*)::int as n from audit_blocks');
      const moment = await at.counting(async (sql) => String((await sql.query<{ at: string }>(`select clock_timestamp()::text as at`)).rows[0]!.at)); // prettier-ignore
      await pause(50);
      await write(admin, 'after-moment');
      await sealed(at);
      await platform.stop();
      await archived(at, archive);
      const { port } = at.database;
      await at.database.close();

      addFile(join(base, 'postgres'), 'recovery.signal', '');
      recovered = await DatabaseServer.start(base, {
        restore_command: `cp ${archive}/%f %p`,
        ...{ recovery_target_time: moment, recovery_target_action: 'promote', hot_standby: 'off' },
      }, port); // prettier-ignore
      const environment = at.variables({ DATABASE_URL: recovered.url });
      const told = await runCommand('restore', ['--begin-epoch'], environment);
      assert.match(told, /Epoch 2 begins/);
      assert.ok(readdirSync(at.dataDir).some((name) => name.includes('before-epoch-2')), 'the later head of the audit chain was not kept'); // prettier-ignore
      await runCommand('audit-verify', [], environment);

      const again = await at.start({ DATABASE_URL: recovered.url });
      const back = await signIn(reached(again), 'admin', ADMIN_PASSWORD);
      const names = await usersOf(recovered.superuserUrl);
      assert.deepEqual(names, ['before-base', 'before-moment'], 'not as it was at that moment');
      await write(back, 'after-recovery');
      await until('sealed entry of the new epoch', async () => (await countIn(recovered!.superuserUrl, OPEN)) === 0);
      assert.ok((await countIn(recovered.superuserUrl, 'select count(*)::int as n from audit_blocks')) > blocks - 1);
      await again.stop();
      await runCommand('audit-verify', [], environment);
      const found = existsSync(join(base, 'postgres', 'recovery.signal'));
      assert.equal(found, false);
      return { tried: `back to ${moment}: what was written before is there, what came after is not; epoch 2, audit trail verified twice`, lost: 0, doubled: 0 }; // prettier-ignore
    } finally {
      await at.close();
      await recovered?.close();
    }
  },
};

const OPEN = `select count(*)::int as n from audit_entries e where not exists (select 1 from audit_blocks b where e.id = any(b.entry_ids))`;

const write = (admin: Person, username: string): Promise<unknown> =>
  admin.must('/users', {
    ...{ username, password: 'Test-Password-2026', name: '测试', roles: ['regulator'], regionCode: '411003' },
  });

/** What `pg_basebackup` does, without it: PostgreSQL manual 26.3.3, the low-level way. */
async function baseBackup(at: Installation, to: string): Promise<void> {
  await at.counting(async (sql) => {
    await sql.query(`select pg_backup_start('nightly', true)`);
    execFileSync('cp', ['-a', `${at.database.dataDir}/.`, to]);
    const { rows } = await sql.query<{ labelfile: string }>('select labelfile from pg_backup_stop()');
    addFile(join(to, 'postgres'), 'backup_label', rows[0]!.labelfile);
    for (const name of ['postmaster.pid', 'postmaster.opts']) execFileSync('rm', ['-f', join(to, 'postgres', name)]);
  });
}

/** For the server to read, whatever account it runs under. */
function addFile(cluster: string, name: string, content: string): void {
  const file = join(cluster, name);
  writeFileSync(file, content);
  execFileSync('chown', ['--reference', cluster, file]);
}

const count = (at: Installation, query: string): Promise<number> => countIn(at.database.superuserUrl, query);

const sealed = (at: Installation): Promise<unknown> =>
  until('sealed audit trail', async () => (await count(at, OPEN)) === 0);

/** The last segment goes into the archive only when it is full, or asked for. */
async function archived(at: Installation, archive: string): Promise<void> {
  const segment = await at.counting(async (sql) => (await sql.query<{ name: string }>('select pg_walfile_name(pg_switch_wal()) as name')).rows[0]!.name); // prettier-ignore
  await until('archived segment', () => Promise.resolve(existsSync(join(archive, segment))));
}

const countIn = async (url: string, query: string): Promise<number> => (await rowsIn<{ n: number }>(url, query))[0]!.n;

const usersOf = async (url: string): Promise<string[]> =>
  (await rowsIn<{ username: string }>(url, `select username from users where username <> 'admin' order by 1`)).map(
    ({ username }) => username,
  );

async function rowsIn<T extends object>(url: string, query: string): Promise<T[]> {
  const sql = new Client({ connectionString: url });
  await sql.connect();
  try {
    return (await sql.query<T>(query)).rows;
  } finally {
    await sql.end();
  }
}
