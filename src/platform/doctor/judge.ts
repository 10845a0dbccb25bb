import { DAY, HOUR, isoTime, MINUTE, SECOND, type Instant } from '../../kernel/time';
import { fault, fine, firstOf, warning, type Finding } from './finding';
import { GIB, gib as inGib } from './sizes';

const [OLDEST_SERVER, NEWEST_SERVER] = [15, 18];

/** `server_version_num`, for instance 180004. */
export function judgeServer(number: number): Finding {
  const major = Math.floor(number / 10_000);
  return major < OLDEST_SERVER || major > NEWEST_SERVER
    ? fault(`PostgreSQL ${major} 不受支持，请使用 15 至 18`, `PostgreSQL ${major} is not supported: use 15 to 18`)
    : fine(`PostgreSQL ${major}`, `PostgreSQL ${major}`);
}

export function judgeMigrations(known: readonly string[], done: readonly string[]): Finding {
  const newer = done.filter((name) => !known.includes(name));
  const missing = known.filter((name) => !done.includes(name));
  return firstOf(
    newer.length > 0 && fault(`数据库比程序新（${newer[0]}），请升级程序`, `The database is newer than the program (${newer[0]}): upgrade the program`),
    missing.length > 0 && warning(`还有 ${missing.length} 个迁移未执行，启动平台时会执行`, `${missing.length} migrations are not done: starting the platform does them`),
    fine(`${done.length} 个迁移均已执行`, `All ${done.length} migrations are done`),
  ); // prettier-ignore
}

export function judgeClock(apartMs: number): Finding {
  const seconds = Math.round(Math.abs(apartMs) / SECOND);
  return firstOf(
    Math.abs(apartMs) > 5 * SECOND && fault(`本机与数据库的时钟相差 ${seconds} 秒，请在两台机器上启用时间同步（chrony）`, `The clocks of this machine and the database are ${seconds} s apart: run time synchronisation (chrony) on both`),
    Math.abs(apartMs) > SECOND && warning(`本机与数据库的时钟相差 ${seconds} 秒`, `The clocks of this machine and the database are ${seconds} s apart`),
    fine('时钟一致', 'The clocks agree'),
  ); // prettier-ignore
}

export function judgeDisk(free: number, all: number): Finding {
  const [gib, percent] = [inGib(free), Math.round((100 * free) / all)];
  return firstOf(
    free < GIB && fault(`磁盘只剩 ${gib} GiB，写满后平台将拒绝写入：请清理或扩容`, `Only ${gib} GiB of the disk are left; once it is full nothing is written: clear or enlarge it`),
    free < all / 10 && warning(`磁盘只剩 ${percent}%（${gib} GiB），请准备扩容`, `Only ${percent} % of the disk are left (${gib} GiB): plan for a larger one`),
    fine(`磁盘剩余 ${gib} GiB`, `${gib} GiB of the disk are free`),
  ); // prettier-ignore
}

/** `mode` as the file system gives it. */
export const judgeMode = (file: string, mode: number): Finding =>
  (mode & 0o077) === 0
    ? fine(`${file} 只有本账号可读`, `${file} is read by its owner alone`)
    : fault(`其他账号可以读取 ${file}，请执行 chmod 600`, `Others can read ${file}: chmod 600 ${file}`);

/** Older than a day and its timer's hour: a backup was missed. */
export const isBackupOld = (takenAt: Instant, at: Instant): boolean => at - takenAt > DAY + HOUR;

export function judgeBackup(takenAt: Instant | null, isVerified: boolean, at: Instant): Finding {
  if (takenAt === null)
    return warning('还没有用 npm run backup 做过备份', 'No backup was made with npm run backup yet');
  const days = Math.floor((at - takenAt) / DAY);
  if (!isBackupOld(takenAt, at) && !isVerified)
    return warning(`最近一次备份 ${isoTime(takenAt)} 没有读回核对，请再做一次`, `The last backup of ${isoTime(takenAt)} was not read again: make another`); // prettier-ignore
  return isBackupOld(takenAt, at)
    ? warning(`最近一次备份是 ${days} 天前（${isoTime(takenAt)}），请检查定时任务`, `The last backup is ${days} days old (${isoTime(takenAt)}): look at its timer`)
    : fine(`最近一次备份 ${isoTime(takenAt)}`, `The last backup is of ${isoTime(takenAt)}`); // prettier-ignore
}

export function judgeOldestTransaction(seconds: number): Finding {
  return seconds * SECOND > 5 * MINUTE
    ? warning(`有事务已打开 ${Math.round(seconds / 60)} 分钟，动态和审计要等它结束：见 pg_stat_activity`, `A transaction is open for ${Math.round(seconds / 60)} minutes; news and audit wait for it: see pg_stat_activity`)
    : fine('没有长时间打开的事务', 'No transaction is open for long'); // prettier-ignore
}

export const judgeFiles = (looked: number, wrong: readonly string[]): Finding =>
  wrong.length > 0
    ? fault(`文件内容与哈希不符：${wrong.join('、')}，请从备份恢复`, `Files that differ from their hash: ${wrong.join(', ')}. Restore them from a backup`)
    : fine(`抽查 ${looked} 个文件，内容与哈希一致`, `${looked} files looked at, each fits its hash`); // prettier-ignore
