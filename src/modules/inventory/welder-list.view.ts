import { rangeOfDue } from '../../domain/inventory/inventory';
import type { Tx } from '../../platform/database/unit-of-work';
import { Conditions } from './conditions';
import type { InventoryWelder, WelderInventoryQuery } from './inventory.dto';
import { stateOfDay } from './machine-list.view';
import type { Reach } from './reach';

type Row = Omit<InventoryWelder, 'training' | 'certificate'> & {
  readonly card: 'held' | 'unverified' | 'void' | 'none';
};

/** A typed text as it can be looked for: the beginning of a name, or the keyed hash of a whole number. */
export interface TypedWelder {
  readonly name: string;
  readonly idNumberHash: string;
  readonly phoneHash: string | null;
}

const MOST_TYPED = 500;

/** Welders of a reach by region, one more than the page holds. */
export async function welderList(
  tx: Tx, reach: Reach, query: WelderInventoryQuery, typed: TypedWelder | null, today: string,
): Promise<InventoryWelder[]> {
  const where = new Conditions(reach);
  where.equal('i.status', query.status);
  where.equal('i.industry', query.industry);
  where.equal('i.enterprise_id', query.enterpriseId);
  if (query.employment !== undefined) where.add(`(i.enterprise_id is null) = ${where.value(query.employment === 'self')}`);
  certificateIs(where, query.certificate, today);
  where.due('i.training_until', query.training, today);
  where.dueWithin('i.certificate_until', query.dueWithin, today);
  if (typed !== null)
    where.add(`i.welder_id = any(array(select id from welders where id_number_hash = ${where.value(typed.idNumberHash)}
      union all select id from welders where phone_hash = ${where.value(typed.phoneHash)}
      union all (select id from welders where starts_with(name_folded, folded(${where.value(typed.name)})) limit ${MOST_TYPED})))`);
  where.after('welder_id', query.cursor);
  const rows = await tx.query<Row>(
    `select i.welder_id as id, w.code, w.name, i.region_code as "regionCode", coalesce(r.name, i.region_code) as "regionName",
       i.enterprise_id as "enterpriseId", e.name as "enterpriseName", i.industry, i.status, i.certificate as card,
       i.certificate_until as "certificateUntil", i.training_until as "trainingUntil"
     from (select * from inventory_welders i where ${where.toSql()}
       order by i.region_code, i.welder_id limit ${query.limit + 1}) i
       join welders w on w.id = i.welder_id left join enterprises e on e.id = i.enterprise_id
       left join regions r on r.code = i.region_code
     order by i.region_code, i.welder_id`,
    where.values,
  );
  return rows.map((row) => toWelder(row, today));
} // prettier-ignore

/** Field by field: to spread a row costs four times as much, in lists of fifty and more. */
const toWelder = (row: Row, today: string): InventoryWelder => ({
  id: row.id,
  code: row.code,
  regionCode: row.regionCode,
  regionName: row.regionName,
  enterpriseId: row.enterpriseId,
  enterpriseName: row.enterpriseName,
  industry: row.industry,
  name: row.name,
  status: row.status,
  certificate: row.card === 'held' ? stateOfDay(row.certificateUntil, today) : row.card,
  certificateUntil: row.certificateUntil,
  training: stateOfDay(row.trainingUntil, today),
  trainingUntil: row.trainingUntil,
});

function certificateIs(where: Conditions, state: WelderInventoryQuery['certificate'], today: string): void {
  if (state === undefined) return;
  if (rangeOfDue(state) === null) where.equal('i.certificate', state);
  else where.due('i.certificate_until', state, today);
}
