import xuchang from './xuchang-outlines.json';

/** A connection of `pg`, as far as it is needed here. */
interface Queries {
  query(sql: string, params: unknown[]): Promise<unknown>;
}

/** Adds the outlines that are missing; what an operator has loaded stays. */
export async function loadOutlines(client: Queries): Promise<void> {
  const { source, features } = xuchang;
  await client.query(
    `insert into region_outlines (code, polygons, source, loaded_at)
     select o.code, o.polygons, $3, now() from unnest($1::text[], $2::jsonb[]) as o(code, polygons)
     join regions r using (code) on conflict (code) do nothing`,
    [features.map(({ code }) => code), features.map(({ polygons }) => JSON.stringify(polygons)), source],
  );
}
