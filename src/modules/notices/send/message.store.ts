import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CLAIM } from '../../../domain/notices/back-off';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { MessageRow } from '../../../schema/notices/message.row';

export type NewMessage = Omit<MessageRow, 'seq' | 'tries' | 'claimedUntil' | 'readAt' | 'fault'>;
export type Message = Readonly<Omit<MessageRow, 'seq'>>;

const ALL = [
  'id', 'eventKey', 'kind', 'channel', 'recipient', 'userId', 'webhookId', 'lane', 'entity', 'entityId', 'params', 'urgent',
  'digest', 'state', 'tries', 'nextTryAt', 'claimedUntil', 'madeAt', 'settledAt', 'readAt', 'fault',
] as const; // prettier-ignore
const COLUMNS = columnsOf(MessageRow, 'm', ALL);
/** Whose server or address takes the message. */
const RECEIVER = `coalesce(m.webhook_id, m.channel)`;
const FLOWS = `not exists (select 1 from message_receivers r where r.name = ${RECEIVER} and r.paused_until > $1)`;
const MOST_LANES = 500;
const MOST_IN_DIGEST = 100;

/** The messages of the platform: written once each, taken by one sender at a time, kept with what became of them. */
@Injectable()
export class MessageStore {
  /** One that was written before is left as it is. */
  async insert(tx: Tx, rows: readonly NewMessage[]): Promise<void> {
    if (rows.length === 0) return;
    const values = rows.map(({ nextTryAt, madeAt, settledAt, ...row }) => ({
      ...row,
      ...{ nextTryAt: new Date(nextTryAt), madeAt: new Date(madeAt) },
      settledAt: settledAt === null ? null : new Date(settledAt),
    }));
    await tx.query(
      `insert into messages (id, event_key, kind, channel, recipient, user_id, webhook_id, lane, entity, entity_id, params, urgent,
         digest, state, next_try_at, made_at, settled_at)
       select id, "eventKey", kind, channel, recipient, "userId", "webhookId", lane, entity, "entityId", params, urgent,
         digest, state, "nextTryAt", "madeAt", "settledAt"
       from jsonb_to_recordset($1::jsonb) as r(id text, "eventKey" text, kind text, channel text, recipient text, "userId" text,
         "webhookId" text, lane text, entity text, "entityId" text, params jsonb, urgent boolean, digest boolean, state text,
         "nextTryAt" timestamptz, "madeAt" timestamptz, "settledAt" timestamptz)
       on conflict on constraint messages_once do nothing`,
      [JSON.stringify(values)],
    );
  }

  /** Lanes in which something is due and whose receiver is not paused. */
  async dueLanes(tx: Tx, at: Instant): Promise<string[]> {
    const rows = await tx.prepared<{ lane: string }>(
      `select distinct m.lane from messages m where m.state in ('queued', 'failed') and m.next_try_at <= $1
         and (m.claimed_until is null or m.claimed_until <= $1) and ${FLOWS} limit ${MOST_LANES}`,
      [new Date(at)],
    );
    return rows.map(({ lane }) => lane);
  }

  /**
   * Takes the next of a lane for sending; a daily summary takes all that wait for it. Empty: nothing is due, or somebody is at
   * it. What goes to another system keeps its order: nothing there passes one that waits.
   */
  async claim(tx: Tx, lane: string, at: Instant): Promise<Message[]> {
    const due = await tx.query<Message>(
      `select ${COLUMNS} from messages m where m.lane = $2 and m.state in ('queued', 'failed')
         and (m.channel = 'webhook' or m.next_try_at <= $1) and ${FLOWS}
       order by m.seq limit ${MOST_IN_DIGEST} for update`,
      [new Date(at), lane],
    );
    const [head] = due;
    if (!head || head.nextTryAt > at || (head.claimedUntil ?? 0) > at) return [];
    const taken = head.digest ? due : [head];
    await tx.rows(MessageRow).update({ id: In(taken.map(({ id }) => id)) }, { claimedUntil: at + CLAIM });
    return taken;
  }

  async settle(
    tx: Tx,
    ids: readonly string[],
    state: 'sent' | 'dead',
    fault: string | null,
    at: Instant,
  ): Promise<void> {
    await tx.query(
      `update messages set state = $2, fault = $3, settled_at = $4, claimed_until = null, tries = tries + 1 where id = any($1)`,
      [ids, state, fault, new Date(at)],
    );
  }

  async putOff(tx: Tx, ids: readonly string[], fault: string, nextTryAt: Instant): Promise<void> {
    await tx.query(
      `update messages set state = 'failed', fault = $2, next_try_at = $3, claimed_until = null, tries = tries + 1 where id = any($1)`,
      [ids, fault, new Date(nextTryAt)],
    );
  }
}
