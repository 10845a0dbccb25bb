import type { DataSourceOptions } from 'typeorm';
import { ENTITIES } from '../../schema/entities';
import { valueParsers } from './value-parsers';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

export interface DatabaseOptions {
  readonly url: string;
  /** Connections of this process; more clients than connections wait in line. */
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
}

/** One pool a process. Never `synchronize`: the migrations are the schema. */
export function dataSourceOptions({ url, poolSize, statementTimeoutMs }: DatabaseOptions): PostgresOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    entities: ENTITIES,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    installExtensions: false,
    applicationName: 'hanan',
    extra: {
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs,
      types: valueParsers,
      // statements that do not wait for each other's answers travel together (docs/adr/0011)
      pipeline: true,
    },
  };
}
