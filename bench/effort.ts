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

/** Counts from now on. `serverPid`: the database's first process, whose children serve the connections. Linux only. */
export function countEffort(serverPid: number): () => Effort {
  let statements = 0;
  const asking = Client.prototype as unknown as { query: (this: Client, ...given: unknown[]) => unknown };
  const { query } = asking;
  asking.query = function (...given) {
    statements += 1;
    return query.apply(this, given);
  };
  return () => {
    const { user, system } = process.cpuUsage();
    return { nodeMs: (user + system) / 1_000, postgresMs: ticksOf(serverPid) * TICK_MS, statements };
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
