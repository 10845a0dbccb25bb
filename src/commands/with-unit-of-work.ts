import { DataSource } from 'typeorm';
import type { Config } from '../platform/config/config';
import { dataSourceOptions } from '../platform/database/data-source';
import { UnitOfWork } from '../platform/database/unit-of-work';

/** Transactions as the platform has them, for a command beside it: one connection, closed at the end. */
export async function withUnitOfWork<T>(
  url: string,
  { statementTimeoutMs }: Pick<Config, 'statementTimeoutMs'>,
  work: (uow: UnitOfWork) => Promise<T>,
): Promise<T> {
  const pool = await new DataSource(dataSourceOptions({ url, poolSize: 1, statementTimeoutMs })).initialize();
  try {
    return await work(new UnitOfWork(pool));
  } finally {
    await pool.destroy();
  }
}
