import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { signIn, type Person } from '../support/site';
import { ChipsAtWork } from './harness/chips-at-work';
import type { Fault } from './harness/fault';
import { ADMIN_PASSWORD, Installation, reached } from './harness/installation';
import type { PlatformProcess } from './harness/platform-process';
import { pause, until } from './harness/wait';

const ROOT = join(__dirname, '../..');
/** The newest version before the last migrations; four have come since. `UPGRADE_FROM` names another one. */
const OLD = process.env['UPGRADE_FROM'] ?? '3be353eb';
const CALLERS = 4;

/**
 * Two versions on one database: the new one starts, and migrates, while the old one serves people and chips; then the old one
 * is asked to stop and the new one takes the chips over.
 */
export const upgrade: Fault = {
  name: 'upgrade',
  title: 'upgrade under load, two versions on one database',
  inTests: 'test/integration/database/upgrade.spec.ts (what was written before comes along)',
  lacks: () => (isKnown() ? null : `the commit ${OLD} is not in this clone: git fetch --unshallow`),
  async tryIt(trial) {
    const old = oldVersion(trial.prepared.empty('old'));
    const at = await Installation.make({ ...trial, name: 'upgrade', emptyDatabase: true });
    try {
      const before = await at.start({}, old.program);
      const migrations = await countMigrations(at);
      const chips = await ChipsAtWork.enroll(at, 4);
      chips.begin();
      const load = await Load.begin([before]);
      await until('request before the upgrade', () => Promise.resolve(load.written.length > 20));

      const beside = await at.start({ ROLE: 'api' });
      load.servers.push(beside);
      const said = chips.acknowledged;
      const wrote = load.written.length;
      await until('work of both versions at once', () => Promise.resolve(chips.acknowledged > said && load.written.length > wrote + 20)); // prettier-ignore
      load.servers.shift();
      await until('end of what the old version was asked', () => Promise.resolve(load.underWay(before) === 0));
      await before.stop();
      const after = await at.start();
      load.servers.push(after);
      const saidAfter = chips.acknowledged;
      await until('work of the new version', () => Promise.resolve(chips.acknowledged > saidAfter));
      await load.end();
      await chips.end();

      const brought = (await countMigrations(at)) - migrations;
      assert.notEqual(brought, 0, 'there was nothing to migrate');
      assert.deepEqual(load.failed, [], `requests failed; in the log:\n${faultsIn(after.log())}`);
      const { messages, lost, doubled } = await chips.account();
      const users = await at.counting((sql) => sql.query<{ username: string }>(`select username from users where username like 'load-%'`)); // prettier-ignore
      const there = new Set(users.rows.map(({ username }) => username));
      return {
        tried: `${OLD} → this tree, ${brought} migrations; ${load.answered} requests (${load.later} answered 503 with Retry-After, ${load.passedOn} passed on to the other process), ${load.written.length} of them writes; ${messages} messages of chips`,
        lost: lost + load.written.filter((name) => !there.has(name)).length,
        doubled,
      };
    } finally {
      await at.close();
      old.remove();
    }
  },
};

function isKnown(): boolean {
  try {
    execFileSync('git', ['cat-file', '-e', `${OLD}^{commit}`], { cwd: ROOT, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Its sources in a folder of their own, run as they are. */
function oldVersion(home: string): { program: string[]; remove: () => void } {
  const tree = join(home, 'tree');
  const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: ROOT, stdio: 'ignore' });
  git('worktree', 'add', '--detach', tree, OLD);
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  return {
    program: ['-r', join(tree, 'test/support/register-swc.cjs'), join(tree, 'src/main.ts')],
    remove: () => git('worktree', 'remove', '--force', tree),
  };
}

/** What the processes wrote about their faults, for whoever looks for the cause. */
const faultsIn = (log: string): string =>
  log
    .split('\n')
    .filter((line) => line.includes('"level":50'))
    .slice(0, 5)
    .map((line) => line.slice(0, 1_500))
    .join('\n');

const countMigrations = (at: Installation): Promise<number> =>
  at.counting(async (sql) =>
    Number((await sql.query<{ n: string }>('select count(*) as n from migrations')).rows[0]!.n),
  );

/** People who read and write all the time, each behind a proxy that asks the next process where one does not listen. */
class Load {
  readonly failed: string[] = [];
  readonly written: string[] = [];
  answered = 0;
  later = 0;
  passedOn = 0;
  private over = false;
  private readonly asked = new Map<PlatformProcess, number>();
  private calling: Promise<void>[] = [];

  private constructor(
    /** In the order in which they are asked. */
    readonly servers: PlatformProcess[],
    private readonly token: string,
  ) {}

  static async begin(servers: PlatformProcess[]): Promise<Load> {
    const admin: Person = await signIn(reached(servers[0]!), 'admin', ADMIN_PASSWORD);
    const load = new Load(servers, admin.token);
    load.calling = Array.from({ length: CALLERS }, (_, caller) => load.call(caller));
    return load;
  }

  /** Requests that a process has not answered yet. */
  underWay(server: PlatformProcess): number {
    return this.asked.get(server) ?? 0;
  }

  async end(): Promise<void> {
    this.over = true;
    await Promise.all(this.calling);
  }

  private async call(caller: number): Promise<void> {
    for (let n = 0; !this.over; n += 1) {
      const username = `load-${caller}-${n}`;
      if (n % 3 > 0) await this.ask('GET', ['/users', '/machines', '/permits', '/violations'][n % 4]!);
      else if (await this.ask('POST', '/users', userOf(username))) this.written.push(username);
      await pause(20);
    }
  }

  /** Whether it was done. */
  private async ask(method: 'GET' | 'POST', path: string, body?: object): Promise<boolean> {
    for (const server of [...this.servers]) {
      this.asked.set(server, this.underWay(server) + 1);
      const answer = await fetch(`${server.url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', connection: 'close' },
        body: body && JSON.stringify(body),
      })
        .catch((fault: unknown) => causeOf(fault))
        .finally(() => this.asked.set(server, this.underWay(server) - 1));
      if (answer === 'ECONNREFUSED') {
        this.passedOn += 1;
        continue;
      }
      if (typeof answer === 'string') return this.fail(`${method} ${path}: ${answer}`);
      this.answered += 1;
      if (answer.ok) return true;
      if (answer.status !== 503 || !answer.headers.has('retry-after'))
        return this.fail(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      this.later += 1;
      return false;
    }
    return this.fail(`${method} ${path}: nobody listens`);
  }

  private fail(what: string): false {
    this.failed.push(what);
    return false;
  }
}

const causeOf = (fault: unknown): string => String((fault as { cause?: { code?: string } }).cause?.code ?? fault);

const userOf = (username: string): object => ({
  ...{ username, password: 'Test-Password-2026', name: '测试', roles: ['regulator'], regionCode: '411003' },
});
