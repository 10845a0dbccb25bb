import { subtreeRange } from '../../../kernel/region-code';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { GridPersonRow } from '../../../schema/regions/grid-person.row';
import { GridRow } from '../../../schema/regions/grid.row';
import type { GridQuery } from './grid.dto';
import type { Grid, GridPost } from './grid.store';

export type ListedGrid = Pick<Grid, 'code' | 'regionCode' | 'name' | 'duties' | 'outline' | 'closedAt' | 'version'> & {
  readonly regionName: string;
};

export type ListedPost = Pick<GridPost, 'id' | 'gridCode' | 'userId' | 'duty' | 'fromOn' | 'untilOn'> & {
  readonly name: string;
};

const GRID = `select ${columnsOf(GridRow, 'g', ['code', 'regionCode', 'name', 'duties', 'outline', 'closedAt', 'version'])},
    r.name as "regionName" from grids g join regions r on r.code = g.region_code`;

export const gridOf = async (tx: Tx, code: string): Promise<ListedGrid | null> =>
  (await tx.query<ListedGrid>(`${GRID} where g.code = $1`, [code]))[0] ?? null;

/** Grids that are not closed, by code. */
export function gridList(tx: Tx, { regionCode, userId, cursor, limit }: GridQuery): Promise<ListedGrid[]> {
  const { from, to } = subtreeRange(regionCode ?? '');
  return tx.query<ListedGrid>(
    `${GRID} where g.closed_at is null and g.region_code >= $1 and g.region_code < $2 and ($3::text is null or g.code > $3)
       and ($4::text is null or exists (select 1 from grid_people p where p.grid_code = g.code and p.user_id = $4
         and coalesce(p.until_on, 'infinity') > current_date))
     order by g.code limit $5`,
    [from, to, cursor ?? null, userId ?? null, limit + 1],
  );
}

/** The people of some grids, the last appointed first. */
export const postsIn = (tx: Tx, codes: readonly string[]): Promise<ListedPost[]> =>
  tx.query<ListedPost>(
    `select ${columnsOf(GridPersonRow, 'p', ['id', 'gridCode', 'userId', 'duty'])}, p.from_on::text as "fromOn",
       p.until_on::text as "untilOn", u.name
     from grid_people p join users u on u.id = p.user_id where p.grid_code = any($1) order by p.id desc`,
    [codes],
  );
