import { DAY } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import { iso, type DemoContext, type DemoCounty } from '../demo-context';

const REGION = '411003';
const ANSWER_DAYS = 15;

interface Suspended {
  /** From the end of the list: those who have no part in the simulation. */
  readonly welder: number;
  readonly ago: number;
  readonly days: number;
  readonly reason: string;
  readonly appeal?: string;
}

const SUSPENDED: readonly Suspended[] = [
  { welder: -2, ago: 6, days: 30, reason: '演示：一个月内两次在票外区域动火' },
  { welder: -4, ago: 9, days: 60, reason: '演示：把本人焊工码借给他人开机', appeal: '演示：码被同事拍照冒用，本人不知情，请复核' },
]; // prettier-ignore
const FORGOTTEN = -7;

/** Welders who get no power for a time, one of whom appealed; and one who wishes to be forgotten. */
export async function insertStanding(tx: Tx, { now, ids }: DemoContext, made: DemoCounty): Promise<void> {
  const by = made.userIds['regulator'];
  const suspended = SUSPENDED.map(({ welder, ago, days, reason, appeal = null }) => {
    const at = now - ago * DAY;
    const appealedAt = appeal === null ? null : at + DAY;
    return {
      ...{ id: ids.next(at), welder_id: made.welderIds.at(welder), region_code: REGION, reason },
      ...{ state: appeal === null ? 'running' : 'appealed', suspended_by: by, suspended_at: iso(at) },
      ...{ until_at: iso(at + days * DAY), appeal, appealed_at: appealedAt === null ? null : iso(appealedAt) },
      answer_due_at: appealedAt === null ? null : iso(appealedAt + ANSWER_DAYS * DAY),
    };
  });
  await bulkInsert(tx, 'welder_suspensions', suspended);
  await tx.query(`update welders set status = 'suspended' where id = any($1)`, [suspended.map((one) => one.welder_id)]);
  const asked = now - 2 * DAY;
  await bulkInsert(tx, 'erasure_requests', [
    {
      ...{ id: ids.next(asked), state: 'asked', welder_id: made.welderIds.at(FORGOTTEN), region_code: REGION },
      ...{ reason: '演示：本人已转行，书面申请注销', asked_by: by, asked_at: iso(asked) },
    },
  ]);
}
