import { Injectable } from '@nestjs/common';
import type { Position } from '../../../kernel/geo';
import type { RegionCode } from '../../../kernel/region-code';
import type { Tx } from '../../../platform/database/unit-of-work';

/** Which tip desk a tip goes to, where nothing says more than a position, or nothing at all. */
@Injectable()
export class TipPlaces {
  /** The smallest region around a position; null where none is known. */
  async regionAt(tx: Tx, { lat, lng }: Position): Promise<RegionCode | null> {
    const [row] = await tx.query<{ code: RegionCode }>(
      `select region_code as code from region_bounds where $1 between south and north and $2 between west and east
       order by length(region_code) desc, (north - south) * (east - west), region_code limit 1`,
      [lat, lng],
    );
    return row?.code ?? null;
  }

  /** The widest region that has a tip officer: somebody reads it and passes it on. */
  async widestDesk(tx: Tx): Promise<RegionCode | null> {
    const [row] = await tx.query<{ code: RegionCode }>(
      `select region_code as code from users where 'tip-officer' = any(roles) and disabled_at is null and region_code is not null
       order by length(region_code), region_code limit 1`,
    );
    return row?.code ?? null;
  }
}
