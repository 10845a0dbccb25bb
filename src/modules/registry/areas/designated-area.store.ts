import { Injectable } from '@nestjs/common';
import { type Instant, isoTimeOrNull, isoTime } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { DesignatedAreaQuery, DesignatedAreaView } from './designated-area.dto';

interface Row extends Omit<DesignatedAreaView, 'validFrom' | 'validTo' | 'createdAt' | 'signboardBoundAt'> {
  readonly signboardBoundAt: Instant | null;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
  readonly createdAt: Instant;
}

const COLUMNS = `id, name, enterprise_id as "enterpriseId", owner_welder_id as "ownerWelderId", place_kinds as "placeKinds", region_code as "regionCode", lat, lng, radius_m as "radiusM",
  radius_reason as "radiusReason", signboard_bound_at as "signboardBoundAt", without_signal_at is not null as "withoutSignal", valid_from as "validFrom", valid_to as "validTo",
  created_at as "createdAt"`;

@Injectable()
export class DesignatedAreaStore {
  async insert(tx: Tx, area: DesignatedAreaView, by: string): Promise<void> {
    await tx.query(
      `insert into designated_areas (id, name, enterprise_id, region_code, lat, lng, radius_m, radius_reason, valid_from, valid_to, created_at,
         owner_welder_id, place_kinds, without_signal_at, without_signal_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        area.id,
        area.name,
        area.enterpriseId,
        area.regionCode,
        area.lat,
        area.lng,
        area.radiusM,
        area.radiusReason,
        area.validFrom,
        area.validTo,
        area.createdAt,
        area.ownerWelderId,
        area.placeKinds,
        area.withoutSignal ? area.createdAt : null,
        area.withoutSignal ? by : null,
      ],
    );
  }

  async list(tx: Tx, { enterpriseId, limit, cursor }: DesignatedAreaQuery): Promise<DesignatedAreaView[]> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS}
       from designated_areas where id < coalesce($1, 'Z') and ($2::text is null or enterprise_id = $2) order by id desc limit $3`,
      [cursor ?? null, enterpriseId ?? null, limit + 1],
    );
    return rows.map(toView);
  }

  async find(tx: Tx, id: string): Promise<DesignatedAreaView | null> {
    const [row] = await tx.query<Row>(`select ${COLUMNS} from designated_areas where id = $1 for no key update`, [id]);
    return row ? toView(row) : null;
  }

  async stateSignal(tx: Tx, id: string, withoutSignal: boolean, by: string, at: Instant): Promise<void> {
    await tx.query('update designated_areas set without_signal_at = $2, without_signal_by = $3 where id = $1', [
      id,
      withoutSignal ? new Date(at) : null,
      withoutSignal ? by : null,
    ]);
  }

  async close(tx: Tx, id: string, siteId: string, at: Instant, to: Instant): Promise<void> {
    await tx.query(
      'update designated_areas set closing_since = $2, closing_site_id = $3, valid_to = $4 where id = $1',
      [id, new Date(at), siteId, new Date(to)],
    );
  }

  async adoptKinds(tx: Tx, id: string, kinds: readonly string[]): Promise<void> {
    await tx.query('update designated_areas set place_kinds = $2 where id = $1', [id, kinds]);
  }

  /** The constraint that gives one board to one area. */
  async bindSignboard(tx: Tx, id: string, code: string, by: string, at: Instant): Promise<void> {
    await tx.query(
      'update designated_areas set signboard_code = $2, signboard_bound_by = $3, signboard_bound_at = $4 where id = $1',
      [id, code, by, new Date(at)],
    );
  }
}

const toView = (row: Row): DesignatedAreaView => ({
  ...row,
  signboardBoundAt: isoTimeOrNull(row.signboardBoundAt),
  validFrom: isoTime(row.validFrom),
  validTo: isoTimeOrNull(row.validTo),
  createdAt: isoTime(row.createdAt),
});
