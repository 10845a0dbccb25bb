import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { SECOND, type Instant } from '../../kernel/time';
import type { HeldKeys } from './key-ids';

/** Who said nothing for so long is gone; should it only sleep, it reads the keys when it first misses one. */
const ALIVE_SECONDS = 20;
const ASK_EVERY = SECOND / 2;

export interface Holder {
  readonly process: string;
  readonly role: string;
  readonly holds: HeldKeys;
}

export async function liveHolders(client: Client): Promise<Holder[]> {
  const { rows } = await client.query<Holder>(
    `select process, role, holds from key_holders where seen_at > now() - make_interval(secs => $1) order by process`,
    [ALIVE_SECONDS],
  );
  return rows;
}

/** Until every running process holds what it should; throws with the names of those that do not. */
export async function awaitHolders(
  client: Client,
  isReady: (holds: HeldKeys) => boolean,
  patienceMs: number,
): Promise<void> {
  for (let waited = 0; ; waited += ASK_EVERY) {
    const late = (await liveHolders(client)).filter(({ holds }) => !isReady(holds));
    if (late.length === 0) return;
    const names = late.map(({ process, role }) => `${process} (${role})`).join(', ');
    if (waited >= patienceMs)
      throw new Error(
        `这些进程还没有取得新密钥，请重启后再运行本命令 / These processes have not taken the keys up. Restart them and run this again: ${names}`,
      );
    await sleep(ASK_EVERY);
  }
}

/** Until every transaction that began before now has ended: it may know older keys than its process. */
export async function awaitTransactions(client: Client, patienceMs: number): Promise<void> {
  const { rows } = await client.query<{ now: string }>('select clock_timestamp()::text as now');
  for (let waited = 0; ; waited += ASK_EVERY) {
    const { rows: old } = await client.query(
      `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start < $1`,
      [rows[0]?.now],
    );
    if (old.length === 0) return;
    if (waited >= patienceMs)
      throw new Error(
        `事务 ${String((old[0] as { pid: number }).pid)} 一直未结束 / Transaction of backend ${String((old[0] as { pid: number }).pid)} does not end: see pg_stat_activity.`,
      );
    await sleep(ASK_EVERY);
  }
}

/** With how many search keys the hashes are made, and since when. */
export async function searchVersion(
  client: Client,
): Promise<{ readonly version: number; readonly changedAt: Instant }> {
  const { rows } = await client.query<{ version: number; changedAt: Instant }>(
    'select version, changed_at as "changedAt" from search_key',
  );
  return rows[0] ?? { version: 1, changedAt: 0 };
}
