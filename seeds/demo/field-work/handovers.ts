import type { HandoverKind, HandoverState } from '../../../src/domain/registry/machine-handover';
import { DAY, HOUR, shanghaiDate } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import { VISITOR } from '../cast';
import * as county from '../county';
import { iso, type DemoContext, type DemoCounty } from '../demo-context';
import { staffUsername } from '../staff';

interface Handover {
  /** Of the gas sets: nobody of the simulated people works with them. */
  readonly set: number;
  readonly kind: HandoverKind;
  readonly state: HandoverState;
  /** An enterprise, or the visitor who welds. */
  readonly to: number | 'welder';
  readonly offeredDaysAgo: number;
  readonly lastDay: number | null;
  readonly note: string;
  readonly reason?: string;
}

/** Between firms and to the visitor: what waits for an answer, what is overdue, and what came to its end. */
const HANDOVERS: readonly Handover[] = [
  { set: 1, kind: 'lease', state: 'offered', to: 0, offeredDaysAgo: 0, lastDay: 30, note: '演示：租用一个月，带割炬两把' },
  { set: 2, kind: 'loan', state: 'offered', to: 'welder', offeredDaysAgo: 0, lastDay: 14, note: '演示：维修期间借用' },
  { set: 0, kind: 'loan', state: 'confirmed', to: 6, offeredDaysAgo: 20, lastDay: -3, note: '演示：赶工期借用，到期应归还' },
  { set: 5, kind: 'lease', state: 'confirmed', to: 8, offeredDaysAgo: 12, lastDay: 18, note: '演示：按月出租' },
  { set: 7, kind: 'loan', state: 'returned', to: 9, offeredDaysAgo: 15, lastDay: -6, note: '演示：已还，外观完好' },
  { set: 10, kind: 'sale', state: 'refused', to: 11, offeredDaysAgo: 4, lastDay: null, note: '演示：二手转让', reason: '演示：没有收到这台设备' },
  { set: 12, kind: 'sale', state: 'withdrawn', to: 3, offeredDaysAgo: 6, lastDay: null, note: '演示：买方改变主意' },
]; // prettier-ignore

export async function insertHandovers(tx: Tx, context: DemoContext, made: DemoCounty): Promise<void> {
  const oldestFirst = [...HANDOVERS].sort((a, b) => b.offeredDaysAgo - a.offeredDaysAgo);
  const rows = oldestFirst.map((one) => handover(context, made, one));
  await bulkInsert(tx, 'machine_handovers', rows);
  await tx.query(
    `update machines m set user_enterprise_id = h.to_enterprise_id from machine_handovers h
     where h.machine_id = m.id and h.state = 'confirmed' and h.kind <> 'sale'`,
  );
}

function handover({ now, ids }: DemoContext, { machineIds, enterpriseIds, welderIds, userIds }: DemoCounty, one: Handover) {
  const { set, kind, state, to, offeredDaysAgo, lastDay, note, reason } = one;
  const from = county.ownerOf(county.MACHINES + set);
  const at = now - offeredDaysAgo * DAY - HOUR;
  const giver = userIds[staffUsername('enterprise', from)];
  const receiver = to === 'welder' ? userIds[VISITOR.username] : userIds[staffUsername('enterprise', to)];
  const answered = state === 'confirmed' || state === 'returned' || state === 'refused';
  const ended = state === 'returned' || state === 'withdrawn';
  return {
    ...{ id: ids.next(at), machine_id: machineIds[county.MACHINES + set], kind, state },
    ...{ region_code: county.enterprise(from).regionCode, from_enterprise_id: enterpriseIds[from] },
    to_enterprise_id: to === 'welder' ? null : enterpriseIds[to],
    to_welder_id: to === 'welder' ? welderIds[VISITOR.welder] : null,
    ...{ from_on: shanghaiDate(at), until_on: lastDay === null ? null : shanghaiDate(now + lastDay * DAY), note },
    ...{ sticker_handed: true, offered_by: giver, offered_at: iso(at), reason: reason ?? null },
    ...{ answered_by: answered ? receiver : null, answered_at: answered ? iso(at + HOUR / 2) : null },
    ...{ ended_by: ended ? giver : null, ended_at: ended ? iso(at + (state === 'returned' ? 8 * DAY : HOUR / 2)) : null },
  };
} // prettier-ignore
