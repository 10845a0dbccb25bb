import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

/** Jobs whose place is still precise and whose time is over; not those of an open case. As the system. */
export async function dueJobPlaces(tx: Tx, before: Instant, most: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select j.id from jobs j where j.reserved_at < $1 and j.lat is not null
       and (j.lat <> round(j.lat::numeric, 2)::double precision or j.lng <> round(j.lng::numeric, 2)::double precision)
       and not exists (select 1 from violations v where (v.job_id = j.id or v.permit_id = j.permit_id) and v.state not in ('closed', 'withdrawn'))
     order by j.reserved_at limit $2`,
    [new Date(before), most],
  );
  return rows.map(({ id }) => id);
}
