import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { NearbyActivityRow } from '../../../schema/permit-views/nearby-activity.row';
import type { NearbyActivityQuery } from './nearby-activity.dto';

const COLUMNS = columnsOf(NearbyActivityRow, 'a', [
  'id', 'kind', 'enterpriseId', 'regionCode', 'placeName', 'lat', 'lng', 'radiusM', 'startsAt', 'endsAt', 'dailyFrom', 'dailyTo', 'declaredBy',
  'createdAt', 'withdrawnAt',
]); // prettier-ignore

@Injectable()
export class NearbyActivityStore {
  insert(tx: Tx, activity: NearbyActivityRow): Promise<void> {
    return tx.rows(NearbyActivityRow).insert(activity);
  }

  /** Those not withdrawn, newest first; one more than the page holds. */
  list(tx: Tx, { kind, enterpriseId, cursor, limit }: NearbyActivityQuery): Promise<NearbyActivityRow[]> {
    const narrowed = {
      ...(kind && { kind }),
      ...(enterpriseId && { enterpriseId }),
      ...(cursor && { id: LessThan(cursor) }),
    };
    const where = { withdrawnAt: IsNull(), ...narrowed };
    return tx.rows(NearbyActivityRow).find({ where, order: { id: 'desc' }, take: limit + 1 });
  }

  /** Ends what was declared; null where there is none in sight, or it was withdrawn before. */
  async withdraw(tx: Tx, id: string, at: Instant): Promise<NearbyActivityRow | null> {
    const [row] = await tx.query<NearbyActivityRow>(
      `update nearby_activities a set withdrawn_at = $2 where id = $1 and withdrawn_at is null returning ${COLUMNS}`,
      [id, new Date(at)],
    );
    return row ?? null;
  }
}
