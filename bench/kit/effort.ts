import { readdirSync, readFileSync } from 'node:fs';
import { Client } from 'pg';

/** What was spent so far by this process and its database server. */
export interface Effort {
  /** Milliseconds of processor time. */
  readonly nodeMs: number;
  readonly postgresMs: number;
  readonly statements: number;
}

export const spentBetween = (from: Effort, to: Effort): Effort => ({
  nodeMs: to.nodeMs - from.nodeMs,
  postgresMs: to.postgresMs - from.postgresMs,
  statements: to.statements - from.statements,
});

/** A tick of the kernel's accounts on every Linux that runs Node. */
const TICK_MS = 10;
/** Fields 14 to 17 of `/proc/PID/stat`: own user and system time, and that of children that have ended. */
const TIMES = [11, 12, 13, 14];
const PARENT = 1;

export const costOf = (name: string, effort: Effort, calls: number): string => {
  const each = (total: number): string => (total / calls).toFixed(2);
  return `${name}: Node ${each(effort.nodeMs)} ms, PostgreSQL ${each(effort.postgresMs)} ms, ${each(effort.statements)} statements a call`;
};

/** Counts from now on, with all processes of the server of that database. Linux only. */
export async function countEffort(databaseUrl: string): Promise<() => Effort> {
  const server = await serverPid(databaseUrl);
  let statements = 0;
  const asking = Client.prototype as unknown as { query: (this: Client, ...given: unknown[]) => unknown };
  const { query } = asking;
  asking.query = function (...given) {
    statements += 1;
    return query.apply(this, given);
  };
  return () => {
    const { user, system } = process.cpuUsage();
    return { nodeMs: (user + system) / 1_000, postgresMs: ticksOf(server) * TICK_MS, statements };
  };
}

function ticksOf(serverPid: number): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const spent = all.map((pid) => {
    const fields = fieldsOf(pid);
    if (Number(pid) === serverPid) return sum(TIMES.map((i) => Number(fields[i])));
    return Number(fields[PARENT]) === serverPid ? sum(TIMES.slice(0, 2).map((i) => Number(fields[i]))) : 0;
  });
  return sum(spent);
}

/** From the state on; the name before it may hold blanks. Empty where the process has ended meanwhile. */
function fieldsOf(pid: string): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The process that a connection's own process was started by. */
async function serverPid(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const status = readFileSync(`/proc/${rows[0]!.pid}/status`, 'utf8');
  await client.end();
  return Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]);
}
