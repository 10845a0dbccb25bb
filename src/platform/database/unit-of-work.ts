import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { escapeLiteral, type PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { scopeSettings, type Scope } from './scope';

/** An open transaction under one scope. Every query of a use case goes through it: never a second connection beside it. */
export interface Tx {
  /** For rows mapped by TypeORM entities. */
  readonly manager: EntityManager;
  /** Plain SQL with `$1` parameters; the rows as `pg` gives them. */
  query<T = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** A hot statement: prepared once a connection under its name, then only bound and run. */
  named<T = Record<string, unknown>>(name: string, sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** Runs once the transaction is committed; not at all if it is rolled back. */
  afterCommit(task: () => void): void;
}

/** One transaction a use case: commits when `work` returns (a refusal is a value and commits what was recorded), rolls back when it throws. */
@Injectable()
export class UnitOfWork {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async run<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const after: (() => void)[] = [];
    try {
      await client.query(`begin; ${SCOPE_STATEMENT(scope)}`);
      const result = await work({
        manager: runner.manager,
        query: async <R>(sql: string, params: readonly unknown[] = []) =>
          (await client.query(sql, params as unknown[])).rows as R[],
        named: async <R>(name: string, text: string, values: readonly unknown[] = []) =>
          (await client.query({ name, text, values: values as unknown[] })).rows as R[],
        afterCommit: (task) => after.push(task),
      });
      await client.query('commit');
      after.forEach((task) => task());
      return result;
    } catch (fault) {
      await client.query('rollback').catch(() => undefined); // a lost connection has rolled back by itself
      throw fault;
    } finally {
      await runner.release();
    }
  }
}

/** `begin` and the scope travel in one round trip; the role owns nothing, so RLS holds even for a superuser's connection. */
const SCOPE_STATEMENT = (scope: Scope): string =>
  `set local role hanan_app; select ${Object.entries(scopeSettings(scope))
    .map(([name, value]) => `set_config('hanan.${name}', ${escapeLiteral(value)}, true)`)
    .join(', ')}`;
