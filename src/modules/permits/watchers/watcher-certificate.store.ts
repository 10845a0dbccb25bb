import { Injectable } from '@nestjs/common';
import { DAY, shanghaiMidnight, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { WatcherCertificateRow } from '../../../schema/permits/watcher-certificate.row';

/** `validTo` is the last good day. */
export type WatcherCertificate = Readonly<Omit<WatcherCertificateRow, 'revokedBy'>>;

@Injectable()
export class WatcherCertificateStore {
  insert(tx: Tx, one: WatcherCertificate): Promise<void> {
    return tx.rows(WatcherCertificateRow).insert(one);
  }

  /** The newest first. */
  ofUser(tx: Tx, userId: string): Promise<WatcherCertificate[]> {
    return tx.rows(WatcherCertificateRow).find({ where: { userId }, order: { id: 'desc' }, take: 20 });
  }

  lock(tx: Tx, id: string): Promise<WatcherCertificate | null> {
    return tx.rows(WatcherCertificateRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async revoke(tx: Tx, id: string, by: string, reason: string, at: Instant): Promise<void> {
    await tx.rows(WatcherCertificateRow).update({ id }, { revokedAt: at, revokedBy: by, revokeReason: reason });
  }

  /** The first moment after the last good day of what holds longest; null: nothing that was not revoked. */
  async trainingEndsAt(tx: Tx, userId: string): Promise<Instant | null> {
    const [row] = await tx.prepared<{ lastDay: string | null }>(
      `select max(valid_to) as "lastDay" from watcher_certificates where user_id = $1 and revoked_at is null`,
      [userId],
    );
    return row?.lastDay ? shanghaiMidnight(row.lastDay) + DAY : null;
  }
}
