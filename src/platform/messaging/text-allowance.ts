import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { DAY, SECOND, type Instant } from '../../kernel/time';
import { TextCountRow } from '../../schema/platform/text-count.row';
import { Sealer } from '../database/sealer';
import type { Tx } from '../database/unit-of-work';

/** How many messages one subject (a phone, a sender, an address, everybody) may cause in a stretch of time. */
export interface Allowance {
  readonly subject: string;
  readonly most: number;
  readonly per: number;
}

/** Messages cost money and annoy their receivers. The counts stand in the database, so that processes share them. */
@Injectable()
export class TextAllowance {
  constructor(private readonly sealer: Sealer) {}

  /** Null: one more may be sent, and is counted. Else after how many seconds. The first allowance that is used up decides; those after it are not touched. */
  async spend(tx: Tx, allowances: readonly Allowance[], at: Instant): Promise<number | null> {
    for (const allowance of allowances) {
      const start = at - (at % allowance.per);
      if (!(await this.count(tx, allowance, start))) return Math.ceil((start + allowance.per - at) / SECOND);
    }
    return null;
  }

  async purge(tx: Tx, at: Instant): Promise<void> {
    await tx.rows(TextCountRow).delete({ beganAt: LessThan(at - 2 * DAY) });
  }

  private async count(tx: Tx, { subject, most, per }: Allowance, start: Instant): Promise<boolean> {
    const rows = await tx.query(
      `insert into text_counts as c (subject, began_at, sent) values ($1, $2, 1)
       on conflict (subject, began_at) do update set sent = c.sent + 1 where c.sent < $3
       returning 1`,
      [this.sealer.fingerprint('text.subject', `${per} ${subject}`), new Date(start), most],
    );
    return rows.length > 0;
  }
}
