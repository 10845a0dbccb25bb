import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ExchangeLineRow } from '../../../schema/exchange/exchange-line.row';
import { CLAIM } from './send-batches';

const FREE = `(l.paused_until is null or l.paused_until <= $1) and (l.claimed_until is null or l.claimed_until <= $1)`;

/** The way to each platform: who is at it, and whether it answers. */
@Injectable()
export class LineStore {
  /** Platforms for which something waits, and that are not paused. */
  async due(tx: Tx, at: Instant): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select p.id from exchange_partners p join exchange_lines l on l.partner_id = p.id
       where p.stopped_at is null and p.base_url is not null and ${FREE} and (l.check_due_at <= $1
         or exists (select 1 from exchange_items i where i.partner_id = p.id and i.due_at is not null)
         or exists (select 1 from exchange_stocks s where s.partner_id = p.id and s.done_at is null)) order by p.id`,
      [new Date(at)],
    );
    return rows.map(({ id }) => id);
  }

  /** False where another process is at it. One that died is free again after a while. */
  async claim(tx: Tx, partnerId: string, at: Instant): Promise<boolean> {
    const claimed = await tx.query(
      `update exchange_lines l set claimed_until = $3 where l.partner_id = $2 and ${FREE} returning 1`,
      [new Date(at), partnerId, new Date(at + CLAIM)],
    );
    return claimed.length > 0;
  }

  async pause(
    tx: Tx,
    partnerId: string,
    fault: string,
    at: Instant,
    pauseAfter: (failures: number) => number,
  ): Promise<void> {
    const where = { partnerId };
    const line = await tx.rows(ExchangeLineRow).findOne({ where, lock: { mode: 'pessimistic_write' } });
    const failures = (line?.failures ?? 0) + 1;
    const pausedUntil = at + pauseAfter(failures);
    await tx.rows(ExchangeLineRow).update(where, { failures, fault, pausedUntil, claimedUntil: null });
  }
}
