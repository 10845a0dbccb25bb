import { Injectable } from '@nestjs/common';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TrainingAttendanceRow } from '../../../schema/training/training-attendance.row';
import { TrainingSessionRow } from '../../../schema/training/training-session.row';
import { targetsOf } from '../targets.view';
import { regionsAround, type TrainingReach } from '../training-reach';

const COLUMNS = ['id', 'campaignId', 'regionCode', 'placeName', 'lat', 'lng', 'startsAt', 'endsAt', 'instructor', 'capacity'] as const; // prettier-ignore

export interface ShownSession extends Readonly<Pick<TrainingSessionRow, (typeof COLUMNS)[number]>> {
  readonly campaignName: string;
  readonly providerName: string | null;
  readonly signedIn: number;
  readonly counted: number;
}

const OF_ATTENDANCE = ['sessionId', 'welderId', 'signedInAt', 'inBy', 'signedOutAt', 'minutes', 'counts', 'lat', 'photoId'] as const; // prettier-ignore

export interface ShownAttendance extends Readonly<Pick<TrainingAttendanceRow, (typeof OF_ATTENDANCE)[number]>> {
  readonly name: string;
}

const SESSION = `select ${columnsOf(TrainingSessionRow, 's', COLUMNS)}, c.name as "campaignName", p.name as "providerName",
  (select count(*)::int from training_attendances a where a.session_id = s.id) as "signedIn",
  (select count(*)::int from training_attendances a where a.session_id = s.id and a.counts) as counted
  from training_sessions s join training_campaigns c on c.id = s.campaign_id left join training_providers p on p.id = s.provider_id`;

/** Sessions with how many came. */
@Injectable()
export class SessionsView {
  async find(tx: Tx, id: string): Promise<ShownSession | null> {
    return (await tx.query<ShownSession>(`${SESSION} where s.id = $1`, [id]))[0] ?? null;
  }

  list(
    tx: Tx,
    { regionCode, enterpriseId, welderId }: TrainingReach,
    { limit, cursor, campaignId }: { limit: number; cursor?: string; campaignId?: string },
  ): Promise<ShownSession[]> {
    const near = regionsAround(regionCode ?? '');
    return tx.query<ShownSession>(
      `${SESSION} where ($1::text is null or s.id < $1) and ($2::text is null or s.campaign_id = $2)
         and ($3::text is null or s.region_code = any($4) or (s.region_code >= $5 and s.region_code < $6))
         and ($7::text is null or exists (select 1 from ${targetsOf('c', 'w.enterprise_id = $7')} t))
         and ($8::text is null or exists (select 1 from ${targetsOf('c', 'w.id = $8')} t))
       order by s.id desc limit $9`,
      [
        cursor ?? null,
        campaignId ?? null,
        regionCode,
        near.around,
        near.from,
        near.to,
        enterpriseId,
        welderId,
        limit + 1,
      ],
    );
  }

  /** Who came, the last one first. */
  attendances(tx: Tx, sessionId: string): Promise<ShownAttendance[]> {
    return tx.query<ShownAttendance>(
      `select ${columnsOf(TrainingAttendanceRow, 'a', OF_ATTENDANCE)}, w.name
       from training_attendances a join welders w on w.id = a.welder_id
       where a.session_id = $1 order by coalesce(a.signed_out_at, a.signed_in_at) desc, a.welder_id limit 5000`,
      [sessionId],
    );
  }
}
