import { isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { MessageReceiverRow } from '../../../schema/notices/message-receiver.row';
import type { MessageRow } from '../../../schema/notices/message.row';
import type { DeliveryView, WebhookView } from './webhook.dto';
import type { Webhook } from './webhook.store';

export const webhookShown = (webhook: Webhook, pause: MessageReceiverRow | undefined): WebhookView => ({
  ...{ id: webhook.id, url: webhook.url, types: webhook.types, regionCode: webhook.regionCode },
  ...{ createdAt: isoTime(webhook.createdAt), stoppedAt: isoTimeOrNull(webhook.stoppedAt) },
  ...{ fault: pause?.fault ?? null, pausedUntil: isoTimeOrNull(pause?.pausedUntil ?? null) },
});

export const deliveryShown = (row: MessageRow): DeliveryView => ({
  ...{ id: row.id, type: row.kind, entity: { kind: row.entity, id: row.entityId } },
  ...{ state: row.state as DeliveryView['state'], tries: row.tries, fault: row.fault },
  ...{ madeAt: isoTime(row.madeAt), settledAt: isoTimeOrNull(row.settledAt) },
  nextTryAt: row.settledAt === null ? isoTime(row.nextTryAt) : null,
});
