import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

const OPEN = `v.state not in ('closed', 'withdrawn')`;
/** What an open case may rest on is left as it is. */
const NO_OPEN_CASE = `
  not exists (select 1 from jobs j join violations v on v.job_id = j.id or v.permit_id = j.permit_id where j.photo_id = f.id and ${OPEN})
  and not exists (select 1 from permit_watch_records r join violations v on v.permit_id = r.permit_id where r.photo_id = f.id and ${OPEN})
  and not exists (select 1 from permit_site_visits r join violations v on v.permit_id = r.permit_id where r.photo_id = f.id and ${OPEN})
  and not exists (select 1 from permits p join violations v on v.permit_id = p.id where p.close_photo_id = f.id and ${OPEN})`;

/** Photos of people at work whose time is over. `namedOnly` is a condition on `files f`. As the system. */
export async function duePhotos(tx: Tx, namedOnly: string, before: Instant, most: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select f.id from files f where f.erased_at is null and f.uploaded_at < $1 and ${namedOnly} and ${NO_OPEN_CASE}
     order by f.uploaded_at limit $2`,
    [new Date(before), most],
  );
  return rows.map(({ id }) => id);
}

/** Photos that stand in the records of a person, and those that nobody used. As the system. */
export async function photosOfPerson(
  tx: Tx,
  namedOnly: string,
  { userIds, welderIds }: { readonly userIds: readonly string[]; readonly welderIds: readonly string[] },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `with named as (
       select photo_id as id from certificates where welder_id = any($2)
       union select screenshot_id from certificate_checks where welder_id = any($2)
       union select photo_id from jobs where welder_id = any($2)
       union select photo_id from job_photo_asks where welder_id = any($2)
       union select photo_id from training_attendances where welder_id = any($2)
       union select photo_id from watcher_certificates where user_id = any($1)
       union select photo_id from permit_watch_records where user_id = any($1)
       union select signature_file_id from permit_signatures where user_id = any($1)
       union select signature_id from self_checks where led_by = any($1)
       union select unnest(photo_ids || signature_id) from collections where kind = 'welder' and entity_id = any($2))
     select f.id from files f join named n on n.id = f.id where f.erased_at is null and ${namedOnly}`,
    [userIds, welderIds],
  );
  return rows.map(({ id }) => id);
}
