import { Injectable } from '@nestjs/common';
import type { Finding } from '../../domain/violations/finding';
import type { Whereabouts } from '../../domain/violations/steps/raise';
import type { Tx } from '../../platform/database/unit-of-work';

/**
 * The job's place comes before the machine's home: a machine on loan is used where the job is. A chip taken off its
 * machine is still looked for in the region where it was last bound. The trade is the place's, as the permit's regime tells:
 * a contractor inside a chemical plant works in the chemical trade.
 */
const SQL = `
  select f.n::int, coalesce(f."machineId", case when b.unbound_at is null then b.machine_id end) as "machineId",
    coalesce(f."chipNo", j.chip_no, mb.chip_no) as "chipNo",
    coalesce(f."regionCode", j.region_code, p.region_code, m.region_code, w.region_code, e.region_code, '') as "regionCode",
    e.id as "enterpriseId", coalesce(t.trade, e.industry) as industry, coalesce(p.place_kinds, d.place_kinds, '{}') as "placeKinds",
    coalesce(f.place, p.place_name, d.name) as place,
    coalesce(f.lat, cs.lat, j.lat, p.lat, d.lat) as lat, coalesce(f.lng, cs.lng, j.lng, p.lng, d.lng) as lng
  from rows from (jsonb_to_recordset($1::jsonb) as ("machineId" text, "chipNo" text, "welderId" text, "permitId" text, "jobId" text,
    "enterpriseId" text, "regionCode" text, place text, lat double precision, lng double precision)) with ordinality
    as f("machineId", "chipNo", "welderId", "permitId", "jobId", "enterpriseId", "regionCode", place, lat, lng, n)
  left join lateral (select machine_id, unbound_at from chip_bindings where chip_no = f."chipNo" order by bound_at desc limit 1) b on true
  left join chip_bindings mb on mb.machine_id = f."machineId" and mb.unbound_at is null
  left join machines m on m.id = coalesce(f."machineId", b.machine_id)
  left join jobs j on j.id = f."jobId"
  left join permits p on p.id = coalesce(f."permitId", j.permit_id)
  left join designated_areas d on d.id = j.designated_area_id
  left join welders w on w.id = f."welderId"
  left join enterprises e on e.id = coalesce(f."enterpriseId", j.enterprise_id, p.enterprise_id, m.enterprise_id, w.enterprise_id)
  left join (values ('chemical', 'chemical'), ('construction', 'construction')) as t(regime, trade) on t.regime = p.regime
  left join chip_states cs on cs.chip_no = coalesce(f."chipNo", j.chip_no, mb.chip_no)
  order by f.n`;

@Injectable()
export class SubjectsView {
  /** In the order of the findings. */
  async load(tx: Tx, findings: readonly Finding[]): Promise<Whereabouts[]> {
    return tx.query<Whereabouts>(SQL, [JSON.stringify(findings)]);
  }
}
