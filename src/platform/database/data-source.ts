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

/** The server ends a statement at its limit. If nothing was heard so long after that, the line is dead. */
const LATE_ANSWER_MS = 5_000;
const LEAST_TIME_TO_CONNECT_MS = 5_000;

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
      // a line that fell silent reports nothing, and the kernel gives it up only after a quarter of an hour
      query_timeout: statementTimeoutMs + LATE_ANSWER_MS,
      connectionTimeoutMillis: Math.max(statementTimeoutMs, LEAST_TIME_TO_CONNECT_MS),
      keepAlive: true,
      types: valueParsers,
      // statements that do not wait for each other's answers travel together (docs/adr/0011)
      pipeline: true,
    },
  };
}
