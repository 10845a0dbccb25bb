import type { Client } from 'pg';
import { fault, fine, firstOf, warning, type Finding } from './finding';
import { GIB, gib } from './sizes';

/** A slot that a standby or a backup tool has made; the server keeps the log from its place on. */
export interface Slot {
  readonly name: string;
  readonly active: boolean;
  readonly kept: number;
  readonly lost: boolean;
}

export interface ServerLog {
  /** Null where this user may not see it. */
  readonly bytes: number | null;
  /** `max_wal_size`: what the server aims at between checkpoints. */
  readonly aim: number;
}

export interface Archiver {
  readonly on: boolean;
  readonly failedSinceLast: boolean;
  readonly file: string | null;
}

/** What fills the disk of the database without a row being written. Only reads. */
export async function examineServer(client: Client): Promise<Finding[]> {
  return [judgeLog(await readLog(client)), ...(await readSlots(client)).map(judgeSlot), judgeArchiver(await readArchiver(client))]; // prettier-ignore
}

/** The log may be twice its aim for a moment; what is more is held by something. */
export const judgeLog = ({ bytes, aim }: ServerLog): Finding =>
  firstOf(
    bytes === null && warning('看不到预写日志的大小，请对平台的数据库用户执行 grant pg_monitor', 'The size of the write-ahead log is not visible: grant pg_monitor to the user of the platform'),
    bytes !== null && bytes > 2 * aim + GIB && warning(`预写日志已有 ${gib(bytes)} GiB（设定 ${gib(aim)} GiB）：请看复制槽和归档两行`, `The write-ahead log holds ${gib(bytes)} GiB (aim ${gib(aim)} GiB): see the lines on replication slots and archiving`),
    fine(`预写日志 ${gib(bytes ?? 0)} GiB`, `The write-ahead log holds ${gib(bytes ?? 0)} GiB`),
  ); // prettier-ignore

export const judgeSlot = ({ name, active, kept, lost }: Slot): Finding => {
  const drop = `select pg_drop_replication_slot('${name}')`;
  return firstOf(
    lost && fault(`复制槽 ${name} 已失效，备机要重新建立；旧槽请执行 ${drop}`, `Replication slot ${name} is lost: set its standby up anew, and drop the slot: ${drop}`),
    !active && kept > GIB && fault(`复制槽 ${name} 没有人用，却占住 ${gib(kept)} GiB 预写日志，会写满磁盘：请恢复备机，或执行 ${drop}`, `Nobody uses replication slot ${name}, which holds ${gib(kept)} GiB of the log and fills the disk: bring its standby back, or ${drop}`),
    !active && warning(`复制槽 ${name} 现在没有人用，预写日志会一直留着：请恢复备机，或执行 ${drop}`, `Nobody uses replication slot ${name} now, and the log is kept for it: bring its standby back, or ${drop}`),
    fine(`复制槽 ${name} 正常`, `Replication slot ${name} is in use`),
  ); // prettier-ignore
};

export const judgeArchiver = ({ on, failedSinceLast, file }: Archiver): Finding =>
  firstOf(
    on && failedSinceLast && fault(`预写日志归档失败（${file ?? ''}），时间点恢复会有缺口：请检查 archive_command 和目标磁盘`, `Archiving the log fails (${file ?? ''}), so a recovery would have a gap: look at archive_command and the disk it writes to`),
    fine(on ? '预写日志归档正常' : '没有开启预写日志归档', on ? 'The log is being archived' : 'Archiving of the log is off'),
  ); // prettier-ignore

async function readLog(client: Client): Promise<ServerLog> {
  const { rows } = await client.query<{ may: boolean; aim: string }>(
    `select has_function_privilege('pg_ls_waldir()', 'execute') as may, pg_size_bytes(current_setting('max_wal_size')) as aim`,
  );
  const { may, aim } = rows[0]!;
  if (!may) return { bytes: null, aim: Number(aim) };
  const seen = await client.query<{ bytes: string }>('select coalesce(sum(size), 0) as bytes from pg_ls_waldir()');
  return { bytes: Number(seen.rows[0]!.bytes), aim: Number(aim) };
}

async function readSlots(client: Client): Promise<Slot[]> {
  const { rows } = await client.query<Omit<Slot, 'kept'> & { kept: string }>(
    `select slot_name as name, active, coalesce(wal_status = 'lost', false) as lost,
       coalesce(case when not pg_is_in_recovery() then pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn) end, 0) as kept
     from pg_replication_slots order by slot_name`,
  );
  return rows.map((row) => ({ ...row, kept: Number(row.kept) }));
}

async function readArchiver(client: Client): Promise<Archiver> {
  const { rows } = await client.query<Archiver>(
    `select current_setting('archive_mode') <> 'off' as "on", last_failed_wal as file,
       coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as "failedSinceLast" from pg_stat_archiver`,
  );
  return rows[0]!;
}
