import { monthsAfter } from '../../../src/domain/registry/machine-upkeep';
import { DAY, shanghaiDate } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import { iso, type DemoContext, type DemoCounty } from '../demo-context';

const CHECKERS = ['许昌演示检测服务中心', '许昌演示设备检验站'] as const;
const CHECKED = 120;
const A_YEAR = 12;

/** 年检: the paper behind the day until which a machine is good. */
export async function insertChecks(
  tx: Tx,
  { now, ids }: DemoContext,
  made: DemoCounty,
  photoId: string,
): Promise<void> {
  const today = shanghaiDate(now);
  const machines = await tx.query<{ id: string; dueOn: string }>(
    `select id, inspection_due_on as "dueOn" from machines
     where id = any($1) and inspection_due_on is not null order by id limit ${CHECKED}`,
    [made.machineIds],
  );
  const checks = machines.flatMap(({ id, dueOn }, n) => {
    const checkedOn = monthsAfter(dueOn, -A_YEAR);
    if (checkedOn > today) return [];
    const by = { recorded_by: made.userIds['enterprise'], recorded_at: iso(now - (n % 40) * DAY) };
    return [
      {
        ...{ id: ids.next(now), machine_id: id, checked_on: checkedOn, checker: CHECKERS[n % CHECKERS.length] },
        ...{ result: 'passed', next_due_on: dueOn, note: null, photo_id: photoId, ...by },
      },
    ];
  });
  await bulkInsert(tx, 'machine_checks', checks);
}

interface Repair {
  readonly machine: number;
  readonly fault: string;
  readonly began: number;
  readonly work: string;
}

const REPAIRS: readonly Repair[] = [
  { machine: 0, fault: '演示：送丝机不送丝', began: 40, work: '演示：更换送丝轮和压丝弹簧，试焊正常' },
  { machine: 1, fault: '演示：焊机外壳接地端子松动', began: 75, work: '演示：更换接地端子，实测接地电阻合格' },
  { machine: 2, fault: '演示：冷却风扇异响', began: 20, work: '演示：更换风扇轴承' },
];
const REPAIR_DAYS = 3;

/** 维修: who repaired, from when until when, and what was done. */
export async function insertRepairs(tx: Tx, { now, ids }: DemoContext, made: DemoCounty): Promise<void> {
  const by = made.userIds['enterprise'];
  const repairs = REPAIRS.map(({ machine, fault, began, work }) => {
    const [from, until] = [now - began * DAY, now - (began - REPAIR_DAYS) * DAY];
    return {
      ...{ id: ids.next(from), machine_id: made.machineIds[machine], repairer: '许昌演示焊机维修部', fault, work },
      ...{ started_on: shanghaiDate(from), ended_on: shanghaiDate(until), recorded_by: by, recorded_at: iso(from) },
      ...{ ended_by: by, ended_at: iso(until) },
    };
  });
  await bulkInsert(tx, 'machine_repairs', repairs);
}
