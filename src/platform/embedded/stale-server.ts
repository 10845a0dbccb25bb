import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The name a server of ours carries on its command line; it tells who launched it. */
export const clusterName = (launcherPid: number, nonce: string): string => `hanan-${launcherPid}-${nonce}`;
const LAUNCHER = /cluster_name=hanan-(\d+)-/;

/**
 * A launcher that was killed leaves its server running. The server is ours only if the pid file and the command line
 * both say so. It is stale only if its launcher is no longer its parent. A second platform on the same folder is
 * refused and leaves the server alone.
 */
export async function stopStaleServer(cluster: string): Promise<void> {
  const pid = recordedPid(cluster);
  if (pid === null) return;
  const found = commandOf(pid);
  if (!found?.line.includes(cluster)) return; // another program got that number since: PostgreSQL itself discards the file
  if (Number(LAUNCHER.exec(found.line)?.[1]) === found.parent)
    throw new Error(
      `The database in ${cluster} is already in use by process ${found.parent}. Stop that platform first, or set another DATA_DIR.`,
    );
  process.kill(pid, 'SIGINT');
  if (await gone(pid, 10_000)) return;
  process.kill(pid, 'SIGQUIT');
  if (!(await gone(pid, 5_000)))
    throw new Error(`An old database server (process ${pid}) in ${cluster} does not stop.`);
}

function recordedPid(cluster: string): number | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return pid > 1 ? pid : null;
}

interface Command {
  readonly parent: number;
  readonly line: string;
}

/** From /proc where there is one: small container images have no `ps`. A zombie has no command line any more. */
function commandOf(pid: number): Command | null {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): Command | null {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return line === '' ? null : { parent: Number(afterName.split(' ')[1]), line };
  } catch {
    return null;
  }
}

function fromPs(pid: number): Command | null {
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' });
  const match = /^\s*(\d+)\s+(.+)$/m.exec(stdout ?? '');
  return match ? { parent: Number(match[1]), line: match[2] ?? '' } : null;
}

async function gone(pid: number, withinMs: number): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += 20) {
    if (!commandOf(pid)) return true;
    await sleep(20);
  }
  return false;
}
