import type { Tx } from '../../../platform/database/unit-of-work';

/** Permits of plants that name these people as welders, or that they have signed. */
export async function plantPermitsNaming(
  tx: Tx,
  { userIds, welderIds }: { readonly userIds: readonly string[]; readonly welderIds: readonly string[] },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select p.id from permits p where p.source = 'plant' and (
       p.applicant_id = any($1) or p.fire_watch_id = any($1)
       or exists (select 1 from permit_welders w where w.permit_id = p.id and w.welder_id = any($2))
       or exists (select 1 from permit_plant_signatures s where s.permit_id = p.id and s.user_id = any($1)))`,
    [userIds, welderIds],
  );
  return rows.map(({ id }) => id);
}
