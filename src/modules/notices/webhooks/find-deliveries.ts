import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import { MessageRow } from '../../../schema/notices/message.row';
import type { DeliveryPage } from './webhook.dto';
import { deliveryShown } from './webhook.mapper';
import { WebhookStore } from './webhook.store';

/** What was sent to a webhook and what became of it. Who sees the webhook sees its deliveries; messages themselves belong to nobody. */
@Injectable()
export class FindDeliveries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly webhooks: WebhookStore,
  ) {}

  async list({ caller }: Request, id: string, { limit, cursor }: PageQuery): Promise<Result<DeliveryPage, Refusal>> {
    const webhook = await this.uow.run(caller.scope, (tx) => this.webhooks.find(tx, id));
    if (!webhook) return refused(notFound('webhook.not-found'));
    const where = { webhookId: id, ...(cursor !== undefined && { id: LessThan(cursor) }) };
    const rows = await this.uow.run(systemScope('webhook-deliveries'), (tx) =>
      tx.rows(MessageRow).find({ where, order: { id: 'DESC' }, take: limit + 1 }),
    );
    const page = toPage(rows, limit, (row) => row.id);
    return ok({ ...page, items: page.items.map(deliveryShown) });
  }
}
