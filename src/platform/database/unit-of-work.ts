import { Injectable, Optional } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { escapeLiteral, type Client, type QueryConfig, type QueryResult } from 'pg';
import type { DataSource, ObjectLiteral, QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { RefusalError, type Refusal } from '../../kernel/refusal';
import { refused, type Result } from '../../kernel/result';
import { rowsOf, type Rows, type RowType } from './rows';
import { Config } from '../config/config';
import { holdSearchKey, isBegunAgain, takeMovedSearchKey } from './search-hold';
import { scopeSettings, type Scope } from './scope';
import { statementName } from './statement-name';

/** An open transaction under one scope. Every query of a use case goes through it: never a second connection beside it. */
export interface Tx {
  /** Plain SQL with `$1` parameters; the rows as `pg` gives them. Questions asked together travel together. */
  query<T = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** A hot statement: prepared once a connection, then only bound and run. */
  prepared<T = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /**
   * A hot statement that takes longer to plan than to run: one plan serves all parameters, so it must find its rows by
   * keys whatever they are (docs/adr/0036).
   */
  planned<T = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /**
   * A frequent statement whose answer is not needed. It runs in its order. If it fails, the whole transaction is rolled
   * back.
   */
  send(sql: string, params?: readonly unknown[]): void;
  /**
   * Ordinary reading and writing of one table. Always await it. A question after a `send` waits for both
   * (docs/adr/0026).
   */
  rows<Row extends ObjectLiteral>(type: RowType<Row>): Rows<Row>;
  /** Runs once the transaction is committed; not at all if it is rolled back. */
  afterCommit(task: () => void): void;
}

/**
 * One transaction a use case: commits when `work` returns (a refusal is a value and commits what was recorded), rolls back
 * when it throws. The connection is pipelined: a statement leaves at once, whether or not the one before was answered.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Optional() private readonly config?: Config,
  ) {}

  /** A transaction that met other search keys at its beginning did nothing yet: it begins again. */
  async run<T>(scope: Scope, work: (tx: Tx) => Promise<T> | T): Promise<T> {
    try {
      return await this.once(scope, work);
    } catch (fault) {
      if (isBegunAgain() || !takeMovedSearchKey(this.config, fault)) throw fault;
      return this.once(scope, work);
    }
  }

  private async once<T>(scope: Scope, work: (tx: Tx) => Promise<T> | T): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as Client;
    const ask = inOneWrite(client);
    const after: (() => void)[] = [];
    let cause: unknown;
    const send = (answer: Promise<unknown>): void => {
      answer.catch((fault: unknown) => (cause ??= fault));
    };
    let planning: keyof typeof PLANNING = 'as usual';
    const plan = (how: typeof planning): void => {
      if (how !== planning) send(ask({ text: PLANNING[how] }));
      planning = how;
    };
    const prepared = (text: string, values: readonly unknown[] = []) =>
      ask({ name: statementName(text), text, values: values as unknown[] });
    try {
      send(ask({ text: opening(scope) + holdSearchKey(this.config) }));
      joinTransaction(runner);
      const result = await work({
        query: async <R>(text: string, values: readonly unknown[] = []) => {
          plan('as usual');
          return (await ask({ text, values: values as unknown[] })).rows as R[];
        },
        prepared: async <R>(...statement: Parameters<typeof prepared>) => {
          plan('as usual');
          return (await prepared(...statement)).rows as R[];
        },
        planned: async <R>(...statement: Parameters<typeof prepared>) => {
          plan('once');
          return (await prepared(...statement)).rows as R[];
        },
        send: (...statement) => {
          plan('as usual');
          send(prepared(...statement));
        },
        rows: (type) => {
          plan('as usual');
          return rowsOf(runner.manager, type);
        },
        afterCommit: (task) => after.push(task),
      });
      shutOut(runner);
      // answers come in order: with this one all are there. PostgreSQL answers otherwise where a statement failed
      const { command } = await ask({ text: 'commit' });
      if (command !== 'COMMIT') throw new Error('the transaction failed before its commit');
      after.forEach((task) => task());
      return result;
    } catch (fault) {
      shutOut(runner);
      await client.query('rollback').catch(() => undefined); // a lost connection has rolled back by itself
      throw cause ?? fault; // what came after a failed statement failed because of it
    } finally {
      await leaveTransaction(runner);
    }
  }

  /** As `run`, for what is done whole or not at all: a refusal, too, takes back what was written before it. */
  async attempt<T>(scope: Scope, work: (tx: Tx) => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
    try {
      return await this.run(scope, async (tx) => {
        const done = await work(tx);
        if (!done.ok) throw new RefusalError(done.refusal);
        return done;
      });
    } catch (fault) {
      if (fault instanceof RefusalError) return refused(fault.refusal);
      throw fault;
    }
  }
}

/** TypeORM did not begin this transaction. Told of it, TypeORM takes locks in it and never begins another. */
const joinTransaction = (runner: QueryRunner): unknown =>
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });

/**
 * From the commit on, a statement of TypeORM would run as the owner of the pool: it is refused. A process that stops releases
 * the runners of the list again and again until none is left, and one that refuses would keep it there for ever.
 */
function shutOut(runner: QueryRunner): void {
  const { connectedQueryRunners } = runner.dataSource.driver as PostgresDriver;
  const at = connectedQueryRunners.indexOf(runner);
  if (at !== -1) connectedQueryRunners.splice(at, 1);
  Object.assign(runner, { isReleased: true });
}

async function leaveTransaction(runner: QueryRunner): Promise<void> {
  Object.assign(runner, { isTransactionActive: false, transactionDepth: 0, isReleased: false });
  await runner.release();
}

/** How PostgreSQL plans the statements that follow; said only where it changes. */
const PLANNING = {
  once: 'set local plan_cache_mode = force_generic_plan',
  'as usual': 'set local plan_cache_mode = auto',
} as const;

/** The roles own nothing, so row level security holds even for a superuser's connection. Nothing that follows runs if this fails. */
const opening = (scope: Scope): string =>
  scope.kind === 'system'
    ? 'begin; set local role hanan_system'
    : `begin; set local role hanan_app; select ${settingsOf(scope)}`;

const settingsOf = (scope: Scope): string =>
  Object.entries(scopeSettings(scope))
    .map(([name, value]) => `set_config('hanan.${name}', ${escapeLiteral(value)}, true)`)
    .join(', ');

/** Statements of one turn of the event loop leave in one write, because a write costs more than most statements. */
function inOneWrite(client: Client): (statement: QueryConfig) => Promise<QueryResult<Record<string, unknown>>> {
  const { stream } = client.connection;
  let gathering = false;
  const leave = (): void => {
    gathering = false;
    stream.uncork();
  };
  return (statement) => {
    if (!gathering) {
      gathering = true;
      stream.cork();
      process.nextTick(leave);
    }
    return client.query(statement);
  };
}
