import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { canEnter, type ServerUser } from './server-user';

/** The folder for clusters if the server's account cannot reach `DATA_DIR`. */
const OUTSIDE = '/var/lib/hanan';

/**
 * The real folder of the cluster, `DATA_DIR/postgres`. If the platform runs as root, the server runs under another
 * account. That account must be able to enter every folder above. If it cannot (below /root, for example), the cluster
 * is made in /var/lib/hanan, and `DATA_DIR/postgres` is a link to it. So no permissions of a home folder are changed.
 */
export function clusterFolder(dataDir: string, user: ServerUser | null, say: (line: string) => void): string {
  mkdirSync(dataDir, { recursive: true });
  const wanted = join(realpathSync(dataDir), 'postgres');
  if (isLink(wanted) && existsSync(wanted)) return realpathSync(wanted);
  if (!user || existsSync(wanted) || canEnter(user, dirname(wanted))) return wanted;
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
  const home = mkdtempSync(join(OUTSIDE, 'data-'));
  chmodSync(home, 0o711);
  const cluster = join(home, 'postgres');
  mkdirSync(cluster, { mode: 0o700 });
  chownSync(cluster, user.uid, user.gid);
  symlinkSync(cluster, wanted);
  say(`The database account cannot enter ${dirname(wanted)}; the database lives in ${cluster}, linked from there.`);
  return cluster;
}

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
