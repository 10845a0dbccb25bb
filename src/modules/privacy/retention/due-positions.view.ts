import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface DuePositions {
  readonly watchRecordIds: string[];
  readonly siteVisitIds: string[];
}

const PRECISE = `(r.lat <> round(r.lat::numeric, 2)::double precision or r.lng <> round(r.lng::numeric, 2)::double precision)`;
/** What an open case may rest on is left as it is. */
const NO_OPEN_CASE = `not exists (select 1 from violations v where v.permit_id = r.permit_id and v.state not in ('closed', 'withdrawn'))`;

/** Precise positions whose time is over, some at a time. As the system. */
export async function duePositions(tx: Tx, before: Instant, most: number): Promise<DuePositions> {
  const due = `r.at < $1 and ${PRECISE} and ${NO_OPEN_CASE} order by r.at limit $2`;
  const values = [new Date(before), most];
  const [records, visits] = await Promise.all([
    tx.query<{ id: string }>(`select r.id from permit_watch_records r where r.lat is not null and ${due}`, values),
    tx.query<{ id: string }>(`select r.id from permit_site_visits r where ${due}`, values),
  ]);
  return { watchRecordIds: records.map(({ id }) => id), siteVisitIds: visits.map(({ id }) => id) };
}
