import { Session, type Profiler } from 'node:inspector';
import { relative } from 'node:path';
import { Client } from 'pg';
import { countEffort, spentBetween, type Effort } from './effort';
import type { Report } from './report';

/** Where this process spent its time, and what PostgreSQL did meanwhile. */
interface Profile {
  readonly functions: readonly Share[];
  /** The same time, charged to who asked for it. */
  readonly callers: readonly Share[];
  readonly statements: readonly StatementShare[];
  readonly effort: Effort;
}

interface Share {
  readonly name: string;
  /** Of the time in which this process did something. */
  readonly share: number;
}

interface StatementShare {
  readonly text: string;
  readonly calls: number;
  readonly meanMs: number;
  /** How often a plan was made, and how long one took. */
  readonly plans: number;
  readonly planMs: number;
  readonly share: number;
}

/** Settings that the server needs for it. */
export const PROFILED = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_planning': 'on',
};

const MOST = 25;
/** `dispatch` is the profiler's own. */
const IDLE = new Set(['(idle)', '(program)', '(root)', 'dispatch']);

/** `superuserUrl`: of the database that the platform uses. */
export async function profile<T>(superuserUrl: string, work: () => Promise<T>): Promise<Profile & { work: T }> {
  const count = await countEffort(superuserUrl);
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query('create extension if not exists pg_stat_statements schema public');
  await client.query('select public.pg_stat_statements_reset()');
  const session = new Session();
  session.connect();
  const ask = <T>(method: string): Promise<T> =>
    new Promise((resolve, reject) =>
      session.post(method, (fault, answer) => (fault ? reject(fault) : resolve(answer as T))),
    );
  await ask('Profiler.enable');
  await ask('Profiler.start');
  const before = count();
  const done = await work();
  const effort = spentBetween(before, count());
  const { profile: taken } = await ask<Profiler.StopReturnType>('Profiler.stop');
  session.disconnect();
  const statements = await statementsOf(client);
  await client.end();
  return { ...sharesOf(taken), statements, effort, work: done };
}

async function statementsOf(client: Client): Promise<StatementShare[]> {
  const { rows } = await client.query<StatementShare>(
    `select regexp_replace(query, '\\s+', ' ', 'g') as text, calls::float8 as calls, mean_exec_time as "meanMs",
       plans::float8 as plans, mean_plan_time as "planMs", (total_exec_time + total_plan_time) / sum(total_exec_time + total_plan_time) over () as share
     from public.pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
     order by total_exec_time + total_plan_time desc limit ${MOST}`,
  );
  return rows;
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Pick<Profile, 'functions' | 'callers'> {
  const spent = new Map<number, number>();
  samples.forEach((id, n) => spent.set(id, (spent.get(id) ?? 0) + (timeDeltas[n] ?? 0)));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const functions = new Map<string, number>();
  const callers = new Map<string, number>();
  const add = (to: Map<string, number>, name: string, time: number): void =>
    void to.set(name, (to.get(name) ?? 0) + time);
  const visit = (node: Profiler.ProfileNode, above: string): void => {
    const time = spent.get(node.id) ?? 0;
    const caller = ownerOf(node.callFrame) ?? above;
    if (!IDLE.has(node.callFrame.functionName)) {
      add(functions, nameOf(node.callFrame), time);
      add(callers, caller, time);
    }
    for (const id of node.children ?? []) visit(byId.get(id)!, caller);
  };
  if (nodes[0]) visit(nodes[0], 'Node itself');
  return { functions: largest(functions), callers: largest(callers) };
}

const fileOf = (url: string): string => relative(process.cwd(), url.replace(/^file:\/\//, ''));

const nameOf = ({ functionName, url, lineNumber }: Profiler.ProfileNode['callFrame']): string =>
  `${functionName || '(anonymous)'} ${url && fileOf(url)}:${lineNumber + 1}`;

/** A function of the platform, or the package; what Node and the language do is charged to who called. */
function ownerOf({ url, functionName, lineNumber }: Profiler.ProfileNode['callFrame']): string | null {
  if (functionName === '(garbage collector)') return functionName;
  const file = fileOf(url);
  if (file.startsWith('src/')) return `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}`;
  return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? null;
}

function largest(spent: ReadonlyMap<string, number>): Share[] {
  const all = [...spent.values()].reduce((total, one) => total + one, 0);
  return [...spent]
    .map(([name, time]) => ({ name, share: time / all }))
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST);
}

/** `calls`: what the effort is divided by. */
export function profileReport(name: string, work: string, { calls, ...taken }: Profile & { calls: number }): Report {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const { nodeMs, postgresMs, statements } = taken.effort;
  const per = (total: number): string => ((1_000 * total) / calls).toFixed(0);
  return {
    name,
    work,
    aim: 'to see what is worth mending: shares of the time in which something was done, not of the clock.',
    measured: [],
    notes: [
      `A thousand calls: Node ${per(nodeMs)} ms of processor, PostgreSQL ${per(postgresMs)} ms, ${per(statements)} statements (${calls} calls).`,
      ...taken.callers.map((one) => `Node, charged to: ${percent(one.share)} ${one.name}`),
      ...taken.functions.map((one) => `Node, function: ${percent(one.share)} ${one.name}`),
      ...taken.statements.map(
        (one) =>
          `PostgreSQL: ${percent(one.share)}, ${one.calls} × ${one.meanMs.toFixed(2)} ms, planned ${one.plans} × ${one.planMs.toFixed(2)} ms: ${one.text.slice(0, 160)}`,
      ),
    ],
  };
}
