import { CHIP_STATES, dueStateOf } from '../../domain/inventory/inventory';
import { INDUSTRIES } from '../../domain/registry/industry';
import { MACHINE_STATUSES, PROCESSES } from '../../domain/registry/machine';
import { DAY, shanghaiMidnight } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { Conditions } from './conditions';
import type { InventoryMachine, MachineInventoryQuery } from './inventory.dto';
import type { Reach } from './reach';

type Row = Omit<InventoryMachine, 'inspection'>;

/** How a list reads a stored day: the state of that day today. */
export const stateOfDay = (day: string | null, today: string) =>
  day === null ? 'none' : dueStateOf(Math.round((shanghaiMidnight(day) - shanghaiMidnight(today)) / DAY));

/** At most so many records are looked through where a text was typed. */
const MOST_TYPED = 500;

const MACHINES = {
  rows: `select machine_id, region_code, enterprise_id, status, process, industry, chip, inspection_due_on from inventory_machines i`,
  key: 'machine_id',
};
const LIVING = MACHINE_STATUSES.filter((status) => status !== 'scrapped');

/** Machines of a reach by region, one more than the page holds. Names are read for the rows that are shown only. */
export async function machineList(tx: Tx, reach: Reach, query: MachineInventoryQuery, today: string): Promise<InventoryMachine[]> {
  const where = new Conditions(reach);
  where.facet('i.process', query.process, PROCESSES);
  where.facet('i.industry', query.industry, INDUSTRIES);
  where.facet('i.chip', query.chip, CHIP_STATES);
  where.facet('i.status', query.status, LIVING);
  if (query.status === undefined) where.add(`i.status <> 'scrapped'`);
  where.ofEnterprise(query.enterpriseId);
  where.due('i.inspection_due_on', query.inspection, today);
  where.dueWithin('i.inspection_due_on', query.dueWithin, today);
  if (query.q !== undefined) {
    const q = where.value(query.q.trim());
    where.typed('machine_id', `array(select id from machines where code = upper(${q})
      union all (select id from machines where starts_with(serial_folded, folded(${q})) limit ${MOST_TYPED}))`);
  }
  where.after('machine_id', query.cursor);
  const rows = await tx.query<Row>(
    `select i.machine_id as id, m.code, m.model, m.serial_number as "serialNumber", i.region_code as "regionCode",
       coalesce(r.name, i.region_code) as "regionName", i.enterprise_id as "enterpriseId", e.name as "enterpriseName", i.industry,
       i.status, i.process, i.chip, i.inspection_due_on as "inspectionDueOn"
     from (${where.firstOf(MACHINES, query.limit + 1)}) i
       join machines m on m.id = i.machine_id left join enterprises e on e.id = i.enterprise_id
       left join regions r on r.code = i.region_code
     order by i.region_code, i.machine_id`,
    where.values,
  );
  return rows.map((row) => toMachine(row, today));
} // prettier-ignore

/** Field by field: to spread a row costs four times as much, in lists of fifty and more. */
const toMachine = (row: Row, today: string): InventoryMachine => ({
  id: row.id,
  code: row.code,
  regionCode: row.regionCode,
  regionName: row.regionName,
  enterpriseId: row.enterpriseId,
  enterpriseName: row.enterpriseName,
  industry: row.industry,
  model: row.model,
  serialNumber: row.serialNumber,
  status: row.status,
  process: row.process,
  chip: row.chip,
  inspectionDueOn: row.inspectionDueOn,
  inspection: stateOfDay(row.inspectionDueOn, today),
});
