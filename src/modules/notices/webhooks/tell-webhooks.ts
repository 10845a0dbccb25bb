import { Injectable } from '@nestjs/common';
import { isWithin } from '../../../kernel/region-code';
import { SECOND, type Instant } from '../../../kernel/time';
import { Config, runsTimers } from '../../../platform/config/config';
import { OutboxConsumers } from '../../../platform/outbox/outbox-consumers';
import { cursorText } from '../../../platform/outbox/outbox.cursor';
import type { StoredEvent } from '../../../platform/outbox/stored-event';
import { Clock } from '../../../platform/time/clock';
import { Ids } from '../../../platform/time/ids';
import { Timed } from '../../../platform/time/timed';
import { MessageStore, type NewMessage } from '../send/message.store';
import { WebhookStore, type Webhook } from './webhook.store';

const CONSUMER = 'webhooks';
const PAGE = 500;

/** Once a second: each event becomes a message to every webhook that asked for its type and whose region it is of. */
@Injectable()
export class TellWebhooks extends Timed {
  constructor(
    private readonly consumers: OutboxConsumers,
    private readonly webhooks: WebhookStore,
    private readonly messages: MessageStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super({ name: 'tell-webhooks', everyMs: SECOND, here: runsTimers(config) }, clock);
  }

  override async onApplicationBootstrap(): Promise<void> {
    if (runsTimers(this.config)) await this.consumers.begin(CONSUMER, this.clock.now());
    await super.onApplicationBootstrap();
  }

  async execute(at: Instant): Promise<void> {
    const taken = await this.consumers.take(CONSUMER, at, PAGE, async (tx, events) => {
      const webhooks = await this.webhooks.active(tx);
      const rows = events.flatMap((event) =>
        webhooks.filter((one) => isFor(one, event)).map((one) => messageFor(this.ids.next(at), one, event, at)),
      );
      await this.messages.insert(tx, rows);
    });
    if (taken === PAGE) this.poke();
  }
}

/** What happened before a webhook was registered is not told to it. */
const isFor = ({ regionCode, types, createdAt }: Webhook, event: StoredEvent): boolean =>
  event.at >= createdAt &&
  isWithin(event.regionCode, regionCode) &&
  (types.includes('*') || types.includes(event.type));

function messageFor(id: string, webhook: Webhook, event: StoredEvent, at: Instant): NewMessage {
  const { type, entity, entityId, regionCode } = event;
  return {
    ...{ id, eventKey: cursorText(event.cursor), kind: type, channel: 'webhook', recipient: webhook.id, userId: null },
    ...{ webhookId: webhook.id, lane: `webhook:${webhook.id}:${entity}:${entityId}`, entity, entityId },
    ...{ params: { at: event.at, regionCode }, urgent: true, digest: false, state: 'queued' },
    ...{ nextTryAt: at, madeAt: at, settledAt: null },
  };
}
