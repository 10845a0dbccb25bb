import { Session, type Profiler } from 'node:inspector';
import { relative } from 'node:path';
import { Client } from 'pg';

/** Where this process spent its time, and what PostgreSQL did meanwhile. */
export interface Profile {
  readonly functions: readonly Share[];
  readonly packages: readonly Share[];
  readonly statements: readonly StatementShare[];
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
  readonly share: number;
}

/** Settings that the server needs for it. */
export const PROFILED = { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track_utility': 'on' };

const ROOT = `file://${process.cwd()}/`;
const MOST = 25;
const IDLE = new Set(['(idle)', '(program)', '(root)']);

/** `superuserUrl`: of the database that the platform uses. */
export async function profile(superuserUrl: string, work: () => Promise<unknown>): Promise<Profile> {
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
  await work();
  const { profile: taken } = await ask<Profiler.StopReturnType>('Profiler.stop');
  session.disconnect();
  const statements = await statementsOf(client);
  await client.end();
  return { ...sharesOf(taken), statements };
}

async function statementsOf(client: Client): Promise<StatementShare[]> {
  const { rows } = await client.query<StatementShare>(
    `select regexp_replace(query, '\\s+', ' ', 'g') as text, calls::float8 as calls, mean_exec_time as "meanMs",
       total_exec_time / sum(total_exec_time) over () as share
     from public.pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
     order by total_exec_time desc limit ${MOST}`,
  );
  return rows;
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Pick<Profile, 'functions' | 'packages'> {
  const spent = new Map<number, number>();
  samples.forEach((id, n) => spent.set(id, (spent.get(id) ?? 0) + (timeDeltas[n] ?? 0)));
  const functions = new Map<string, number>();
  const packages = new Map<string, number>();
  const add = (to: Map<string, number>, name: string, time: number): void =>
    void to.set(name, (to.get(name) ?? 0) + time);
  for (const { id, callFrame } of nodes) {
    if (IDLE.has(callFrame.functionName)) continue;
    const time = spent.get(id) ?? 0;
    const file = relative(process.cwd(), callFrame.url.replace(/^file:\/\//, ''));
    add(functions, `${callFrame.functionName || '(anonymous)'} ${file}:${callFrame.lineNumber + 1}`, time);
    add(packages, packageOf(callFrame.url.startsWith(ROOT) ? file : callFrame.url || callFrame.functionName, file), time);
  }
  return { functions: largest(functions), packages: largest(packages) };
}

const packageOf = (name: string, file: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? (name.startsWith('node:') ? 'node' : file.split('/').slice(0, 3).join('/') || name); // prettier-ignore

function largest(spent: ReadonlyMap<string, number>): Share[] {
  const all = [...spent.values()].reduce((total, one) => total + one, 0);
  return [...spent]
    .map(([name, time]) => ({ name, share: time / all }))
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST);
}
