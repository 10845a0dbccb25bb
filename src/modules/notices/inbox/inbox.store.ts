import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { MessageRow } from '../../../schema/notices/message.row';
import type { InboxQuery } from './inbox.dto';

const COUNTED = 100;

/** What somebody was told in the app. */
@Injectable()
export class InboxStore {
  list(tx: Tx, userId: string, { limit, cursor, unread }: InboxQuery): Promise<MessageRow[]> {
    const where = {
      ...{ userId, channel: 'inbox' },
      ...(cursor !== undefined && { id: LessThan(cursor) }),
      ...(unread === true && { readAt: IsNull() }),
    };
    return tx.rows(MessageRow).find({ where, order: { id: 'DESC' }, take: limit + 1 });
  }

  async unread(tx: Tx, userId: string): Promise<number> {
    const [row] = await tx.prepared<{ count: number }>(
      `select count(*)::int as count from (select 1 from messages
         where user_id = $1 and channel = 'inbox' and read_at is null limit ${COUNTED}) m`,
      [userId],
    );
    return row?.count ?? 0;
  }

  find(tx: Tx, userId: string, id: string): Promise<MessageRow | null> {
    return tx.rows(MessageRow).findOne({ where: { id, userId, channel: 'inbox' } });
  }

  async read(tx: Tx, userId: string, id: string, readAt: Instant): Promise<void> {
    await tx.rows(MessageRow).update({ id, userId, channel: 'inbox', readAt: IsNull() }, { readAt });
  }

  async readUpTo(tx: Tx, userId: string, id: string, readAt: Instant): Promise<void> {
    await tx
      .rows(MessageRow)
      .update({ userId, channel: 'inbox', readAt: IsNull(), id: LessThanOrEqual(id) }, { readAt });
  }
}
