import { spawnSync } from 'node:child_process';

/** The account that the server runs as; PostgreSQL refuses to run as root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: ServerUser = { uid: 65_534, gid: 65_534 };

/** `null` for a plain user, who runs the server as himself; for root `postgres` where it exists, else `nobody`. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  return account('postgres') ?? account('nobody') ?? NOBODY;
}

/** Whether that account can enter a folder: all folders above must let it through. Asked of the system, so that ACLs count. */
export function canEnter(user: ServerUser, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { ...user, cwd: '/' }).status === 0;
}

function account(name: string): ServerUser | null {
  const ask = (flag: string): number => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : NaN;
  };
  const uid = ask('-u');
  return Number.isInteger(uid) ? { uid, gid: ask('-g') } : null;
}
