import { Injectable } from '@nestjs/common';
import { DAY, shanghaiMidnight, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface WatcherCertificate {
  readonly id: string;
  readonly userId: string;
  readonly enterpriseId: string;
  readonly regionCode: string;
  readonly number: string;
  /** `YYYY-MM-DD`, the last good day. */
  readonly validTo: string;
  readonly photoId: string;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  readonly revokedAt: Instant | null;
  readonly revokeReason: string | null;
}

interface Row extends Omit<WatcherCertificate, 'recordedAt' | 'revokedAt'> {
  readonly recordedAt: Instant;
  readonly revokedAt: Instant | null;
}

const COLUMNS = `id, user_id as "userId", enterprise_id as "enterpriseId", region_code as "regionCode", number,
  valid_to::text as "validTo", photo_id as "photoId", recorded_by as "recordedBy", recorded_at as "recordedAt",
  revoked_at as "revokedAt", revoke_reason as "revokeReason"`;

@Injectable()
export class WatcherCertificateStore {
  async insert(tx: Tx, one: WatcherCertificate): Promise<void> {
    await tx.query(
      `insert into watcher_certificates (id, user_id, enterprise_id, region_code, number, valid_to, photo_id, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [one.id, one.userId, one.enterpriseId, one.regionCode, one.number, one.validTo, one.photoId, one.recordedBy, new Date(one.recordedAt)],
    ); // prettier-ignore
  }

  /** The newest first. */
  async ofUser(tx: Tx, userId: string): Promise<WatcherCertificate[]> {
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from watcher_certificates where user_id = $1 order by id desc limit 20`,
      [userId],
    );
    return rows.map(toCertificate);
  }

  async lock(tx: Tx, id: string): Promise<WatcherCertificate | null> {
    const [row] = await tx.query<Row>(`select ${COLUMNS} from watcher_certificates where id = $1 for update`, [id]);
    return row ? toCertificate(row) : null;
  }

  async revoke(tx: Tx, id: string, by: string, reason: string, at: Instant): Promise<void> {
    await tx.query(
      'update watcher_certificates set revoked_at = $2, revoked_by = $3, revoke_reason = $4 where id = $1',
      [id, new Date(at), by, reason],
    );
  }

  /** The first moment after the last good day of what holds longest; null: nothing that was not revoked. */
  async trainingEndsAt(tx: Tx, userId: string): Promise<Instant | null> {
    const [row] = await tx.prepared<{ lastDay: string | null }>(
      `select max(valid_to)::text as "lastDay" from watcher_certificates where user_id = $1 and revoked_at is null`,
      [userId],
    );
    return row?.lastDay ? shanghaiMidnight(row.lastDay) + DAY : null;
  }
}

const toCertificate = (row: Row): WatcherCertificate => ({
  ...row,
  recordedAt: row.recordedAt,
  revokedAt: row.revokedAt,
});
