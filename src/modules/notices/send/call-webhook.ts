import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isoTime, SECOND, type Instant } from '../../../kernel/time';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { DeliveryFault } from '../../../platform/messaging/delivery-fault';
import { WebhookCaller } from '../../../platform/messaging/webhook-caller';
import { WEBHOOK_SEAL, WebhookStore } from '../webhooks/webhook.store';
import type { Message } from './message.store';

/** What an event tells another system; the rest is asked over the API, under the asker's own rights. */
interface WebhookParams {
  readonly at: Instant;
  readonly regionCode: string;
}

/**
 * Calls a webhook: a small body, signed with its secret together with the time, so that nobody plays it again later. A delivery
 * keeps its id however often it is tried: the other side takes each id once.
 */
@Injectable()
export class CallWebhook {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly webhooks: WebhookStore,
    private readonly sealer: Sealer,
    private readonly caller: WebhookCaller,
  ) {}

  async call(message: Message, at: Instant): Promise<void> {
    const webhook = await this.uow.run(systemScope('call-webhook'), (tx) => this.webhooks.find(tx, message.recipient));
    if (!webhook || webhook.stoppedAt !== null) throw new DeliveryFault('refused', 'webhook-stopped');
    const body = bodyOf(message);
    const seconds = Math.floor(at / SECOND);
    const signature = signatureOf(this.sealer.open(WEBHOOK_SEAL, webhook.secretSealed), seconds, body);
    await this.caller.post({
      url: webhook.url,
      headers: {
        'user-agent': 'hanan-webhook',
        'hanan-delivery': message.id,
        'hanan-event': message.kind,
        'hanan-signature': `t=${seconds},v1=${signature}`,
      },
      body,
    });
  }
}

const bodyOf = ({ eventKey, kind, params, entity, entityId }: Message): string => {
  const { at, regionCode } = params as WebhookParams;
  return JSON.stringify({
    id: eventKey,
    type: kind,
    at: isoTime(at),
    entity: { kind: entity, id: entityId },
    regionCode,
  });
};

const signatureOf = (secret: string, seconds: number, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
