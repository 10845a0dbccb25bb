import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { WebhookRow } from '../../../schema/notices/webhook.row';

export const WEBHOOK_SEAL = 'webhook.secret';
export type Webhook = Readonly<WebhookRow>;

@Injectable()
export class WebhookStore {
  /** False where the region has this address already. */
  insert(tx: Tx, webhook: Webhook): Promise<boolean> {
    return tx.rows(WebhookRow).insertNew(webhook);
  }

  find(tx: Tx, id: string): Promise<Webhook | null> {
    return tx.rows(WebhookRow).findOne({ where: { id } });
  }

  active(tx: Tx): Promise<Webhook[]> {
    return tx.rows(WebhookRow).find({ where: { stoppedAt: IsNull() }, order: { id: 'ASC' } });
  }

  list(tx: Tx, { limit, cursor }: { limit: number; cursor?: string }): Promise<Webhook[]> {
    const where = cursor === undefined ? {} : { id: LessThan(cursor) };
    return tx.rows(WebhookRow).find({ where, order: { id: 'DESC' }, take: limit + 1 });
  }

  /** False where it was stopped before. */
  async stop(tx: Tx, id: string, at: Instant): Promise<boolean> {
    return (await tx.rows(WebhookRow).update({ id, stoppedAt: IsNull() }, { stoppedAt: at })) > 0;
  }
}
