import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { DesignatedAreaQuery, DesignatedAreaView } from './designated-area.dto';

interface Row extends Omit<DesignatedAreaView, 'validFrom' | 'validTo' | 'createdAt'> {
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly createdAt: Date;
}

@Injectable()
export class DesignatedAreaStore {
  async insert(tx: Tx, area: DesignatedAreaView): Promise<void> {
    await tx.query(
      `insert into designated_areas (id, name, enterprise_id, region_code, lat, lng, radius_m, valid_from, valid_to, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        area.id,
        area.name,
        area.enterpriseId,
        area.regionCode,
        area.lat,
        area.lng,
        area.radiusM,
        area.validFrom,
        area.validTo,
        area.createdAt,
      ],
    );
  }

  async list(tx: Tx, { enterpriseId, limit, cursor }: DesignatedAreaQuery): Promise<DesignatedAreaView[]> {
    const rows = await tx.query<Row>(
      `select id, name, enterprise_id as "enterpriseId", region_code as "regionCode", lat, lng, radius_m as "radiusM",
         valid_from as "validFrom", valid_to as "validTo", created_at as "createdAt"
       from designated_areas where id < coalesce($1, 'Z') and ($2::text is null or enterprise_id = $2) order by id desc limit $3`,
      [cursor ?? null, enterpriseId ?? null, limit + 1],
    );
    return rows.map((row) => ({
      ...row,
      validFrom: row.validFrom.toISOString(),
      validTo: row.validTo?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
    }));
  }
}
