import { Injectable } from '@nestjs/common';
import { tooMany, type Refusal } from '../../kernel/refusal';
import { DAY, HOUR, SECOND, type Instant } from '../../kernel/time';
import type { Tx } from '../database/unit-of-work';
import { FileUses } from './file-uses.view';

/** More than anybody takes who works. */
const MOST_A_DAY = 500;
/** Photos that belong to nothing yet: a form with some of them is filled in at a time. */
const MOST_LOOSE = 50;
const RETRY_AFTER = HOUR;

/** The most photos that one person may upload in a day, in all and unused. */
@Injectable()
export class PhotoQuota {
  constructor(private readonly uses: FileUses) {}

  async refusal(tx: Tx, userId: string, at: Instant): Promise<Refusal | null> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('files of ' || $1, 0))`, [userId]); // many at once are all counted
    const [row] = await tx.query<{ all: number; loose: number }>(
      `select count(*)::int as all, count(*) filter (where ${await this.uses.unused()})::int as loose
       from files f where f.uploaded_by = $1 and f.uploaded_at > $2`,
      [userId, new Date(at - DAY)],
    );
    if (!row || (row.all < MOST_A_DAY && row.loose < MOST_LOOSE)) return null;
    return tooMany('file.quota', { extra: { retryAfter: RETRY_AFTER / SECOND } });
  }
}
