import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { TEMPLATE } from './running-postgres';

export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  readonly uow: UnitOfWork;
  close(): Promise<void>;
}

interface FreshOptions {
  readonly poolSize?: number;
}

/** A database of its own for a suite: a copy of the migrated and seeded template. */
export async function freshDatabase({ poolSize = 5 }: FreshOptions = {}): Promise<TestDatabase> {
  const { url, drop } = await emptyCopy();
  const options = dataSourceOptions({ url, poolSize, statementTimeoutMs: 20_000 });
  const dataSource = await new DataSource(options).initialize();
  return {
    url,
    dataSource,
    uow: new UnitOfWork(dataSource),
    close: async () => {
      await dataSource.destroy();
      await drop();
    },
  };
}

export interface DatabaseCopy {
  readonly name: string;
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Only the copy, for whoever connects by himself. */
export async function emptyCopy(template = TEMPLATE): Promise<DatabaseCopy> {
  const name = `hanan_${process.pid}_${randomBytes(4).toString('hex')}`;
  await administer(`create database ${name} template ${template}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { name, url: url.href, drop: () => administer(`drop database if exists ${name} with (force)`) };
}

function serverUrl(): string {
  const url = process.env.HANAN_TEST_DATABASE;
  if (!url)
    throw new Error('No test database: this suite must run in a jest project with `globalSetup` (jest.config.cjs).');
  return url;
}

/** Two suites may copy the template at the same moment; PostgreSQL refuses the second while the first is reading it. */
async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(1)');
    await client.query(sql);
  } finally {
    await client.end();
  }
}
