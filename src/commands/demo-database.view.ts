import type { Tx } from '../platform/database/unit-of-work';

export async function holdsEnterprise(tx: Tx, id: string | undefined): Promise<boolean> {
  return (await tx.query('select 1 from enterprises where id = $1', [id])).length > 0;
}

/** `admin` and the reference data are there from the start; anything else is somebody's work. */
export async function isEmpty(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ empty: boolean }>(
    `select not exists (select 1 from enterprises) and not exists (select 1 from welders) and not exists (select 1 from machines)
       and not exists (select 1 from chips) and not exists (select 1 from users where username <> 'admin') as empty`,
  );
  return row?.empty === true;
}
