import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import { WebhookCaller } from '../../../platform/messaging/webhook-caller';
import { Ids } from '../../../platform/time/ids';
import { MessageReceiverRow } from '../../../schema/notices/message-receiver.row';
import { RegionsReader } from '../../regions/regions.reader';
import { meantRegion } from '../../rules/reach';
import type { NewWebhookView, WebhookPage, WebhookRequest, WebhookView } from './webhook.dto';
import { webhookShown } from './webhook.mapper';
import { WEBHOOK_SEAL, WebhookStore, type Webhook } from './webhook.store';

/** The addresses of other systems that hear of a region's events. */
@Injectable()
export class KeepWebhooks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly webhooks: WebhookStore,
    private readonly regions: RegionsReader,
    private readonly caller: WebhookCaller,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  add({ caller, at }: Request, body: WebhookRequest): Promise<Result<NewWebhookView, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<NewWebhookView, Refusal>> => {
      const region = await meantRegion(tx, caller, this.regions, body.regionCode);
      if (!region.ok) return region;
      const objection = this.caller.objection(body.url);
      if (objection) return refused(wrongField('url', `webhook.${objection}`));
      const secret = `whsec_${randomBytes(32).toString('base64url')}`;
      const webhook: Webhook = {
        ...{ id: this.ids.next(at), regionCode: region.value, url: new URL(body.url).href, types: body.types },
        ...{ secretSealed: this.sealer.seal(WEBHOOK_SEAL, secret), createdBy: caller.userId, createdAt: at },
        stoppedAt: null,
      };
      if (!(await this.webhooks.insert(tx, webhook))) return refused(conflict('webhook.exists'));
      const after = { host: new URL(webhook.url).host, types: webhook.types };
      this.journal.record(tx, caller, at, [{ ...entryOf(webhook, 'webhook.added'), after }]);
      return ok({ ...webhookShown(webhook, undefined), secret });
    });
  }

  list({ caller }: Request, query: PageQuery): Promise<WebhookPage> {
    return this.uow.run(caller.scope, async (tx) => {
      const page = toPage(await this.webhooks.list(tx, query), query.limit, ({ id }) => id);
      const pauses = await pausesOf(tx, page.items);
      return { ...page, items: page.items.map((one) => webhookShown(one, pauses.get(one.id))) };
    });
  }

  /** What waits for it is not sent any more. */
  stop({ caller, at }: Request, id: string): Promise<Result<WebhookView, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<WebhookView, Refusal>> => {
      const webhook = await this.webhooks.find(tx, id);
      if (!webhook) return refused(notFound('webhook.not-found'));
      if (!(await this.webhooks.stop(tx, id, at))) return refused(conflict('webhook.stopped'));
      this.journal.record(tx, caller, at, [entryOf(webhook, 'webhook.stopped')]);
      return ok(webhookShown({ ...webhook, stoppedAt: at }, undefined));
    });
  }
}

const entryOf = ({ id, regionCode }: Webhook, action: string) => ({
  action,
  entity: 'webhook',
  entityId: id,
  regionCode,
});

async function pausesOf(tx: Tx, webhooks: readonly Webhook[]): Promise<ReadonlyMap<string, MessageReceiverRow>> {
  const where = { name: In(webhooks.map(({ id }) => id)) };
  const rows = await tx.rows(MessageReceiverRow).find({ where });
  return new Map(rows.map((row) => [row.name, row]));
}
