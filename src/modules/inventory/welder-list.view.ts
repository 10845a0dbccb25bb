import { rangeOfDue } from '../../domain/inventory/inventory';
import { INDUSTRIES } from '../../domain/registry/industry';
import { WELDER_STATUSES } from '../../domain/registry/welder';
import type { Tx } from '../../platform/database/unit-of-work';
import { Conditions } from './conditions';
import type { InventoryWelder, WelderInventoryQuery } from './inventory.dto';
import { stateOfDay } from './machine-list.view';
import type { Reach } from './reach';

/** As `inventory_welders` keeps it: how long a card that is held holds is a day beside it. */
const CERTIFICATES = ['held', 'unverified', 'void', 'none'] as const;

type Row = Omit<InventoryWelder, 'training' | 'certificate'> & {
  readonly card: (typeof CERTIFICATES)[number];
};

/** A typed text as it can be looked for: the beginning of a name, or the keyed hash of a whole number. */
export interface TypedWelder {
  readonly name: string;
  readonly idNumberHash: string;
  readonly phoneHash: string | null;
}

const MOST_TYPED = 500;

const WELDERS = {
  rows: `select welder_id, region_code, enterprise_id, status, industry, certificate, certificate_until, training_until
    from inventory_welders i`,
  key: 'welder_id',
};

/** Welders of a reach by region, one more than the page holds. */
export async function welderList(
  tx: Tx, reach: Reach, query: WelderInventoryQuery, typed: TypedWelder | null, today: string,
): Promise<InventoryWelder[]> {
  const where = new Conditions(reach);
  certificateIs(where, query, today);
  where.facet('i.industry', query.industry, INDUSTRIES);
  where.facet('i.status', query.status, WELDER_STATUSES);
  where.facet('(i.enterprise_id is null)', query.employment === undefined ? undefined : query.employment === 'self', [true, false]);
  where.ofEnterprise(query.enterpriseId);
  where.due('i.training_until', query.training, today);
  if (typed !== null)
    where.typed('welder_id', `array(select id from welders where id_number_hash = ${where.value(typed.idNumberHash)}
      union all select id from welders where phone_hash = ${where.value(typed.phoneHash)}
      union all (select id from welders where starts_with(name_folded, folded(${where.value(typed.name)})) limit ${MOST_TYPED}))`);
  where.after('welder_id', query.cursor);
  const rows = await tx.query<Row>(
    `select i.welder_id as id, w.code, w.name, i.region_code as "regionCode", coalesce(r.name, i.region_code) as "regionName",
       i.enterprise_id as "enterpriseId", e.name as "enterpriseName", i.industry, i.status, i.certificate as card,
       i.certificate_until as "certificateUntil", i.training_until as "trainingUntil"
     from (${where.firstOf(WELDERS, query.limit + 1)}) i
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

/** Only a card that is held has a day on which it ends. */
function certificateIs(where: Conditions, { certificate, dueWithin }: WelderInventoryQuery, today: string): void {
  const dated = dueWithin !== undefined || (certificate !== undefined && rangeOfDue(certificate) !== null);
  where.facet('i.certificate', dated ? undefined : certificate, dated ? ['held'] : CERTIFICATES);
  if (dated && certificate !== undefined) where.due('i.certificate_until', certificate, today);
  where.dueWithin('i.certificate_until', dueWithin, today);
}
