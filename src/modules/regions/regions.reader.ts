import { Injectable } from '@nestjs/common';
import type { RegionBounds } from '../../domain/places/region-bounds';
import { lineage, type RegionCode } from '../../kernel/region-code';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { RegionRow } from '../../schema/regions/region.row';

export interface Region extends Readonly<RegionRow> {
  readonly hasChildren: boolean;
}

const COLUMNS = `${columnsOf(RegionRow, 'r', ['code', 'name', 'parent'])},
  exists (select 1 from regions c where c.parent = r.code) as "hasChildren"`;

/** Questions about the region tree. It is public knowledge, so every scope sees all of it. */
@Injectable()
export class RegionsReader {
  async find(tx: Tx, code: RegionCode): Promise<Region | null> {
    const [region] = await tx.query<Region>(`select ${COLUMNS} from regions r where r.code = $1`, [code]);
    return region ?? null;
  }

  async exists(tx: Tx, code: RegionCode): Promise<boolean> {
    return (await tx.prepared('select 1 from regions where code = $1', [code])).length > 0;
  }

  /** Roughly where a region lies; null where nothing is known of it or of one around it. */
  async boundsOf(tx: Tx, code: RegionCode): Promise<RegionBounds | null> {
    const [row] = await tx.prepared<RegionBounds>(
      `select south, west, north, east from region_bounds where starts_with($1, region_code) order by length(region_code) desc limit 1`,
      [code],
    );
    return row ?? null;
  }

  /** The provinces where `parent` is null. */
  children(tx: Tx, parent: RegionCode | null): Promise<Region[]> {
    const belongs = parent === null ? 'r.parent is null' : 'r.parent = $1';
    return tx.query<Region>(
      `select ${COLUMNS} from regions r where ${belongs} order by r.code`,
      parent === null ? [] : [parent],
    );
  }

  /** Its own name after the names above it, without the province: 许昌市, 建安区. */
  async fullName(tx: Tx, code: RegionCode): Promise<string[]> {
    const above = lineage(code);
    const codes = above.length > 1 ? above.slice(1) : above;
    const names = await this.namesOf(tx, codes);
    return codes.flatMap((one) => names.get(one) ?? []);
  }

  /** Names by code, for lists; a code that is not in the tree is missing. */
  async namesOf(tx: Tx, codes: readonly RegionCode[]): Promise<Map<RegionCode, string>> {
    const rows = await tx.query<Pick<RegionRow, 'code' | 'name'>>(
      'select code, name from regions where code = any($1)',
      [codes],
    );
    return new Map(rows.map(({ code, name }) => [code, name]));
  }
}
