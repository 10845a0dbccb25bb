import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Instant } from '../../kernel/time';
import { AuditChain } from '../audit/audit-chain.store';
import { headPlaces, olderPlace, readHeads } from '../audit/audit-head';
import type { Config } from '../config/config';
import { knownMigrations } from '../database/migrate';
import { examineKeys } from './examine-keys';
import { examineServer } from './examine-server';
import { fault, fine, warning, type Finding } from './finding';
import { judgeClock, judgeFiles, judgeMigrations, judgeOldestTransaction, judgeServer } from './judge';

const FILES_LOOKED_AT = 50;

/** Only reads. `now` tells the time at the moment of the question. */
export async function examineDatabase(client: Client, config: Config, now: () => Instant): Promise<Finding[]> {
  const done = (await rows<{ name: string }>(client, 'select name from migrations')).map(({ name }) => name);
  return [
    judgeServer(Number((await one(client, 'show server_version_num')) ?? 0)),
    judgeMigrations(await knownMigrations(), done),
    judgeClock(await clockOffset(client, now)),
    judgeOldestTransaction(
      Number(
        await one(
          client,
          `select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null`,
        ),
      ),
    ),
    ...(await examineServer(client)),
    await examineChainEnd(client, config),
    await examineFiles(client),
    ...(await examineKeys(client, config, now())),
  ];
}

/** Against the middle of the question: a slow answer is no wrong clock. */
async function clockOffset(client: Client, now: () => Instant): Promise<number> {
  const asked = now();
  const told = Number(await one(client, 'select extract(epoch from clock_timestamp()) * 1000'));
  return told - (asked + now()) / 2;
}

async function examineChainEnd(client: Client, config: Config): Promise<Finding> {
  const heads = readHeads(headPlaces(config));
  const chain = new AuditChain(
    async <R>(sql: string, params: readonly unknown[]) => (await client.query(sql, [...params])).rows as R[],
  );
  const last = await chain.lastBlock();
  const known = heads.head ?? heads.copy;
  const differs = known !== null && (await chain.block(known.blockId))?.hash !== known.hash;
  if (olderPlace(heads) !== null || differs)
    return fault(
      '审计链末尾与库外保存的链头不符：请运行 npm run audit:verify',
      'The end of the audit chain does not fit the head outside the database: run npm run audit:verify',
    );
  if (last !== null && known === null)
    return warning(
      '缺少审计链头，末尾被截断时看不出来：平台运行后会重新写入',
      'The head of the audit chain is missing, so a cut end would not show: a running platform writes it again',
    );
  return fine('审计链末尾完好', 'The end of the audit chain is in order');
}

/** A few, by chance: the whole store is what a backup reads. */
async function examineFiles(client: Client): Promise<Finding> {
  const found = await rows<{ id: string; sha256: string; bytes: Buffer }>(
    client,
    `select id, sha256, bytes from files where erased_at is null order by random() limit ${FILES_LOOKED_AT}`,
  );
  const wrong = found.filter(({ sha256, bytes }) => createHash('sha256').update(bytes).digest('hex') !== sha256);
  return judgeFiles(
    found.length,
    wrong.map(({ id }) => id),
  );
}

const rows = async <T>(client: Client, sql: string): Promise<T[]> => (await client.query(sql)).rows as T[];

async function one(client: Client, sql: string): Promise<unknown> {
  return Object.values((await rows<Record<string, unknown>>(client, sql))[0] ?? {})[0];
}
