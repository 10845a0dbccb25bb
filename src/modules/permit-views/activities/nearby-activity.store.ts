import { Injectable } from '@nestjs/common';
import { type Instant, isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { NearbyActivityQuery, NearbyActivityView } from './nearby-activity.dto';

type Row = Omit<NearbyActivityView, 'startsAt' | 'endsAt' | 'createdAt' | 'withdrawnAt'> & {
  startsAt: Instant;
  endsAt: Instant;
  createdAt: Instant;
  withdrawnAt: Instant | null;
};

const COLUMNS = `id, kind, enterprise_id as "enterpriseId", region_code as "regionCode", place_name as "placeName", lat, lng,
  radius_m as "radiusM", starts_at as "startsAt", ends_at as "endsAt", daily_from as "dailyFrom", daily_to as "dailyTo",
  declared_by as "declaredBy", created_at as "createdAt", withdrawn_at as "withdrawnAt"`;

@Injectable()
export class NearbyActivityStore {
  async insert(tx: Tx, activity: NearbyActivityView): Promise<void> {
    await tx.query(
      `insert into nearby_activities (id, kind, enterprise_id, region_code, place_name, lat, lng, radius_m, starts_at, ends_at,
         daily_from, daily_to, declared_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        activity.id, activity.kind, activity.enterpriseId, activity.regionCode, activity.placeName, activity.lat, activity.lng,
        activity.radiusM, activity.startsAt, activity.endsAt, activity.dailyFrom, activity.dailyTo, activity.declaredBy,
        activity.createdAt,
      ], // prettier-ignore
    );
  }

  /** Those not withdrawn, newest first; one more than the page holds. */
  async list(tx: Tx, { kind, enterpriseId, cursor, limit }: NearbyActivityQuery): Promise<NearbyActivityView[]> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from nearby_activities
       where withdrawn_at is null and ($1::text is null or id < $1) and ($2::text is null or kind = $2)
         and ($3::text is null or enterprise_id = $3)
       order by id desc limit $4`,
      [cursor ?? null, kind ?? null, enterpriseId ?? null, limit + 1],
    );
    return rows.map(toActivity);
  }

  /** Ends what was declared; null where there is none in sight, or it was withdrawn before. */
  async withdraw(tx: Tx, id: string, at: Instant): Promise<NearbyActivityView | null> {
    const [row] = await tx.query<Row>(
      `update nearby_activities set withdrawn_at = $2 where id = $1 and withdrawn_at is null returning ${COLUMNS}`,
      [id, new Date(at)],
    );
    return row ? toActivity(row) : null;
  }
}

const toActivity = (row: Row): NearbyActivityView => ({
  ...row,
  startsAt: isoTime(row.startsAt),
  endsAt: isoTime(row.endsAt),
  createdAt: isoTime(row.createdAt),
  withdrawnAt: isoTimeOrNull(row.withdrawnAt),
});
