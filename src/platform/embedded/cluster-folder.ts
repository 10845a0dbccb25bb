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

/** Where clusters go whose own data folder the server's account cannot reach. */
const OUTSIDE = '/var/lib/hanan';

/**
 * The real folder of the cluster, `DATA_DIR/postgres`. As root the server runs under another account, and that account
 * must be able to enter every folder above. Where it cannot (below /root, say), the cluster is made in /var/lib/hanan
 * and `DATA_DIR/postgres` is a link to it: nobody's home is opened, and whoever looks for the data finds it.
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
