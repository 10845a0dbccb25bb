import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { Client } from 'pg';
import { AuditSeal } from '../audit/audit-block';
import { AuditChain } from '../audit/audit-chain.store';
import { headOf, type AuditHead } from '../audit/audit-head';
import type { Config } from '../config/config';
import { SECRET_NAMES, type SecretTexts } from '../config/kept-secrets';
import { valueParsers } from '../database/value-parsers';
import { BackupError } from './backup-error';
import { ArchiveKeys, newEncryption } from './chunk-cipher';
import { copyOut } from './copy-rows';
import {
  copyOutSql,
  heldTables,
  otherSchemas,
  partitions,
  readAlike,
  sequenceValues,
  type HeldTable,
} from './database-parts';
import { keyChecks } from './key-checks';
import { writeManifest, type Manifest, type TablePart } from './manifest';
import { writePart, type Part } from './part-file';

export interface BackupOrder {
  readonly folder: string;
  readonly takenAt: Date;
  /** Of the program. */
  readonly version: string;
  /** Null: not encrypted. */
  readonly passphrase: Buffer | null;
  /** Null: only their names are noted. */
  readonly secrets: SecretTexts | null;
}

/**
 * Everything in the database as one moment saw it, beside a working platform. One transaction keeps the snapshot; each table
 * is read in a short one of its own, so that days of samples can be made and dropped meanwhile.
 */
export async function takeBackup(config: Config, url: string, order: BackupOrder): Promise<Manifest> {
  if (order.secrets && !order.passphrase) throw new BackupError('secrets-need-encryption');
  if (existsSync(order.folder) && readdirSync(order.folder).length > 0)
    throw new BackupError('folder-not-empty', order.folder);
  mkdirSync(order.folder, { recursive: true });
  chmodSync(order.folder, 0o700);
  try {
    return await withClients(url, (keeper, reader) => fillFolder(keeper, reader, config, order));
  } catch (fault) {
    rmSync(order.folder, { recursive: true, force: true }); // a part of a backup is none
    throw fault;
  }
}

async function fillFolder(keeper: Client, reader: Client, config: Config, order: BackupOrder): Promise<Manifest> {
  const encryption = order.passphrase ? newEncryption() : null;
  const keys = order.passphrase && encryption ? new ArchiveKeys(order.passphrase, encryption) : null;
  await keeper.query('begin isolation level repeatable read read only');
  const snapshot = await one(keeper, 'select pg_export_snapshot()');
  const tables: TablePart[] = [];
  for (const table of await heldTables(keeper))
    tables.push(await copyTable({ reader, snapshot, keys, folder: order.folder }, table));
  const manifest: Manifest = {
    format: 1,
    takenAt: order.takenAt.toISOString(),
    version: order.version,
    server: await one(keeper, 'show server_version'),
    migrations: await names(keeper),
    epoch: Number(await one(keeper, 'select max(number) from epochs')),
    auditHead: await auditHead(keeper, config),
    keys: keyChecks(config),
    tables,
    partitions: await partitions(keeper),
    sequences: await sequenceValues(keeper),
    secrets: order.secrets ? await keepSecrets(order.folder, order.secrets, keys) : null,
    secretNames: SECRET_NAMES,
    leftOut: await otherSchemas(keeper),
    encryption,
  };
  writeManifest(order.folder, manifest, keys);
  return manifest;
}

async function withClients<T>(url: string, work: (keeper: Client, reader: Client) => Promise<T>): Promise<T> {
  const options = { connectionString: url, application_name: 'hanan-backup', types: valueParsers };
  const [keeper, reader] = [new Client(options), new Client(options)];
  try {
    for (const client of [keeper, reader]) {
      await client.connect();
      await readAlike(client);
    }
    return await work(keeper, reader);
  } finally {
    await Promise.allSettled([keeper.end(), reader.end()]);
  }
}

interface Copying {
  readonly reader: Client;
  readonly snapshot: string;
  readonly keys: ArchiveKeys | null;
  readonly folder: string;
}

async function copyTable({ reader, snapshot, keys, folder }: Copying, held: HeldTable): Promise<TablePart> {
  const role = held.isForced ? 'set local role hanan_system;' : '';
  await reader.query(
    `begin isolation level repeatable read read only; set transaction snapshot '${snapshot}'; ${role}`,
  );
  const { part, filled: rows } = await writePart(folder, `${held.table}.rows.gz`, keys, (sink) =>
    copyOut(reader, copyOutSql(held), sink),
  );
  await reader.query('commit');
  return { ...part, table: held.table, columns: held.columns, rows };
}

async function keepSecrets(folder: string, secrets: SecretTexts, keys: ArchiveKeys | null): Promise<Part> {
  const { part } = await writePart(folder, 'secrets.json.gz', keys, (sink) => {
    sink.end(JSON.stringify(secrets));
    return Promise.resolve();
  });
  return part;
}

async function auditHead(client: Client, config: Config): Promise<AuditHead | null> {
  const chain = new AuditChain(
    async <R>(sql: string, params: readonly unknown[]) => (await client.query(sql, [...params])).rows as R[],
  );
  const last = await chain.lastBlock();
  return last && headOf(last, new AuditSeal(config).publicPemOf(last));
}

async function one(client: Client, sql: string): Promise<string> {
  const { rows } = await client.query<Record<string, unknown>>(sql);
  return String(Object.values(rows[0] ?? {})[0]);
}

async function names(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by timestamp');
  return rows.map(({ name }) => name);
}
