import { Injectable } from '@nestjs/common';
import type { RegionBounds } from '../../../domain/places/region-bounds';
import type { RegionOutline } from '../../../domain/regions/region-outline';
import type { RegionCode } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import { timestamp } from '../../../platform/database/timestamp';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface KnownOutline {
  readonly code: string;
  readonly name: string;
  readonly polygons: number[][][][] | null;
  readonly source: string | null;
}

interface Loading {
  readonly source: string;
  readonly by: string;
  readonly at: Instant;
}

@Injectable()
export class OutlineStore {
  /** The region first, then those right below it that have an outline. */
  around(tx: Tx, code: RegionCode): Promise<KnownOutline[]> {
    return tx.query<KnownOutline>(
      `select r.code, r.name, o.polygons, o.source from regions r left join region_outlines o using (code)
       where r.code = $1 or (r.parent = $1 and o.code is not null) order by r.code`,
      [code],
    );
  }

  /** For whoever looks at all of the country: the counties that are drawn. */
  counties(tx: Tx): Promise<KnownOutline[]> {
    return tx.query<KnownOutline>(
      `select r.code, r.name, o.polygons, o.source from region_outlines o join regions r using (code)
       where length(o.code) = 6 order by r.code limit 200`,
    );
  }

  async put(tx: Tx, outlines: readonly RegionOutline[], { source, by, at }: Loading): Promise<void> {
    await tx.query(
      `insert into region_outlines (code, polygons, source, loaded_at, loaded_by)
       select o.code, o.polygons, $3, $4, $5 from unnest($1::text[], $2::jsonb[]) as o(code, polygons)
       on conflict (code) do update set polygons = excluded.polygons, source = excluded.source,
         loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by`,
      [
        outlines.map(({ code }) => code),
        outlines.map(({ polygons }) => JSON.stringify(polygons)),
        ...[source, timestamp(at), by],
      ],
    );
  }

  /** The box in which places of a county are believed: given where none is known, never moved by whoever it binds. */
  async putBounds(tx: Tx, code: RegionCode, { south, west, north, east }: RegionBounds): Promise<void> {
    await tx.query(
      `insert into region_bounds (region_code, south, west, north, east) values ($1, $2, $3, $4, $5)
       on conflict (region_code) do nothing`,
      [code, south, west, north, east],
    );
  }
}
