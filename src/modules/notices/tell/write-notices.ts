import { Injectable } from '@nestjs/common';
import { planDeliveries, type Delivery, type Wishes } from '../../../domain/notices/plan-delivery';
import { isUrgent, type Channel } from '../../../domain/notices/notice-kinds';
import type { Notice } from '../../../domain/notices/notices-of-event';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { MailMessages } from '../../../platform/messaging/mail-messages';
import { WeChatMessages } from '../../../platform/messaging/wechat-messages';
import { Ids } from '../../../platform/time/ids';
import { MessageStore, type NewMessage } from '../send/message.store';
import { recipientsOf, type Recipient } from './recipients.view';

/** What is told, and about what. `key` names the event or the due date: it is told once, however often this is called. */
export interface Telling {
  readonly key: string;
  readonly entity: string;
  readonly entityId: string;
  readonly notices: readonly Notice[];
}

/** Turns notices into messages: for each person one by each channel that they want and that reaches them. */
@Injectable()
export class WriteNotices {
  constructor(
    private readonly messages: MessageStore,
    private readonly mail: MailMessages,
    private readonly wechat: WeChatMessages,
    private readonly ids: Ids,
  ) {}

  async write(tx: Tx, tellings: readonly Telling[], at: Instant): Promise<void> {
    const rows: NewMessage[] = [];
    for (const telling of tellings)
      for (const notice of telling.notices)
        for (const recipient of await recipientsOf(tx, notice.to))
          for (const delivery of this.deliveries(notice, recipient, at))
            rows.push(messageOf(this.ids.next(at), telling, notice, recipient, delivery, at));
    await this.messages.insert(tx, rows);
  }

  private deliveries({ kind }: Notice, recipient: Recipient, at: Instant): Delivery[] {
    return planDeliveries(kind, wishesOf(recipient), this.reachable(recipient), at);
  }

  private reachable({ hasMail, hasPhone }: Recipient): Channel[] {
    return [
      'inbox',
      ...(hasMail && this.mail.isConfigured ? (['mail'] as const) : []),
      ...(hasPhone ? (['sms'] as const) : []),
      ...(hasPhone && this.wechat.isConfigured ? (['wechat'] as const) : []),
    ];
  }
}

const wishesOf = ({ choices, quietFrom, quietTo, digest }: Recipient): Wishes => ({
  choices: choices ?? {},
  quiet: quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null,
  digest: digest ?? false,
});

function messageOf(
  id: string,
  { key, entity, entityId }: Telling,
  { kind, params }: Notice,
  { userId }: Recipient,
  { channel, sendAt, digest }: Delivery,
  at: Instant,
): NewMessage {
  const told = channel === 'inbox';
  return {
    ...{ id, eventKey: key, kind, channel, recipient: userId, userId, webhookId: null, entity, entityId, params },
    ...{ lane: `${channel}:${userId}${digest ? ':digest' : ''}`, urgent: isUrgent(kind), digest },
    ...{ state: told ? 'sent' : 'queued', nextTryAt: sendAt, madeAt: at, settledAt: told ? at : null },
  };
}
