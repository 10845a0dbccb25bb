import { Client, Pool, type PoolClient, type QueryConfig } from 'pg';

type Statement = Pick<QueryConfig, 'text' | 'name' | 'values'>;
/** Of one transaction, between its begin and its commit. */
export type Transaction = readonly Statement[];

type Ask = (this: Client, ...given: unknown[]) => unknown;

const asked = Client.prototype as unknown as { query: Ask };

/** Keeps what this process asks of PostgreSQL from now on, transaction by transaction. */
export function recordSql(): { stop(): Transaction[] } {
  const done: Transaction[] = [];
  const open = new Map<Client, Statement[]>();
  const { query } = asked;
  asked.query = function (...given) {
    const statement = statementIn(given);
    if (statement) keep(this, statement);
    return query.apply(this, given);
  };
  return {
    stop: () => {
      asked.query = query;
      return done;
    },
  };

  function keep(client: Client, statement: Statement): void {
    const text = statement.text.toLowerCase();
    if (text.startsWith('begin')) open.set(client, []);
    open.get(client)?.push(statement);
    if (text !== 'commit') return;
    done.push(open.get(client) ?? []);
    open.delete(client);
  }
}

function statementIn([first, values]: readonly unknown[]): Statement | null {
  if (typeof first === 'string') return { text: first, ...(Array.isArray(values) ? { values } : {}) };
  const { text, name, values: bound } = first as Statement;
  return typeof text === 'string' ? { text, ...(name ? { name } : {}), ...(bound ? { values: bound } : {}) } : null;
}

/** More failures than this, and what was replayed is not what was recorded. */
const MOST_FAILED = 0.02;

/**
 * PostgreSQL alone: the same transactions out of memory, on that many connections, each transaction sent whole without
 * waiting for answers in between. The first quarter warms up; seconds that all would take at the pace of the rest.
 */
export async function replay(url: string, transactions: readonly Transaction[], connections: number): Promise<number> {
  if (transactions.length === 0) throw new Error('nothing was recorded');
  const options = { connectionString: url, max: connections, pipeline: true };
  const pool = new Pool(options);
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  let next = 0;
  let failed = 0;
  const lane = async (client: PoolClient, end: number): Promise<void> => {
    while (next < end) {
      const statements = transactions[next]!;
      next += 1;
      const answers = await Promise.allSettled(statements.map((statement) => client.query(statement as QueryConfig)));
      if (answers.some(({ status }) => status === 'rejected')) failed += 1;
    }
  };
  const run = (end: number): Promise<unknown> => Promise.all(clients.map((client) => lane(client, end)));
  // connections of the platform have prepared and planned their statements long ago
  const warm = Math.floor(transactions.length / 4);
  await run(warm);
  const begun = performance.now();
  await run(transactions.length);
  const seconds = (performance.now() - begun) / 1_000;
  clients.forEach((client) => client.release());
  await pool.end();
  if (failed > transactions.length * MOST_FAILED)
    throw new Error(`${failed} of ${transactions.length} replayed failed`);
  return seconds * (transactions.length / (transactions.length - warm));
}
