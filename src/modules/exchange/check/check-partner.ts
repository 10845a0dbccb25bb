import { Injectable } from '@nestjs/common';
import { EXCHANGE_KINDS, type ExchangeKind } from '../../../domain/exchange/exchange-kinds';
import { differencesIn, differingBuckets, type BucketName, type Difference } from '../../../domain/exchange/reconcile';
import { DAY, type Instant } from '../../../kernel/time';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { ExchangeCheckRow } from '../../../schema/exchange/exchange-check.row';
import { ExchangeDifferenceRow } from '../../../schema/exchange/exchange-difference.row';
import { ExchangeLineRow } from '../../../schema/exchange/exchange-line.row';
import { PartnerStore, type Partner } from '../partners/partner.store';
import { PartnerClient } from '../send/partner-client';
import { SENDING } from '../send/send-batches';
import { heldThere, heldThereIn } from './held.view';
import { readBuckets, readHeld } from './read-summary';
import { ResendStore } from './resend.store';

/** Buckets of one comparison; the rest is found by the next. */
const MOST_BUCKETS = 200;

interface Found extends Difference {
  readonly kind: ExchangeKind;
}

/** Once a day, or when a person asks: both sides are compared by counts and hashes, and what differs is sent again. */
@Injectable()
export class CheckPartner {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly client: PartnerClient,
    private readonly partners: PartnerStore,
    private readonly resend: ResendStore,
    private readonly ids: Ids,
  ) {}

  async execute(partner: Partner, at: Instant): Promise<void> {
    const line = await this.uow.run(SENDING, (tx) =>
      tx.rows(ExchangeLineRow).findOne({ where: { partnerId: partner.id } }),
    );
    if (!line || line.checkDueAt > at) return;
    const theirs = readBuckets(await this.client.ask(partner, 'GET', '/summary', null, at));
    const ours = await this.uow.run(SENDING, (tx) => heldThere(tx, partner.id));
    const found: Found[] = [];
    for (const bucket of differingBuckets(ours, theirs).slice(0, MOST_BUCKETS))
      found.push(...(await this.differences(partner, bucket, at)));
    const sum = (buckets: readonly { readonly count: number }[]): number =>
      buckets.reduce((all, { count }) => all + count, 0);
    await this.keep(partner, { ours: sum(ours), theirs: sum(theirs) }, found, at);
  }

  private async differences(partner: Partner, bucket: BucketName, at: Instant): Promise<Found[]> {
    const kind = EXCHANGE_KINDS.find((one) => one === bucket.kind);
    if (kind === undefined) return []; // a kind of their own
    const query = new URLSearchParams({ kind, region: bucket.region, day: bucket.day });
    const theirs = readHeld(await this.client.ask(partner, 'GET', `/summary/items?${query}`, null, at));
    const ours = await this.uow.run(SENDING, (tx) => heldThereIn(tx, partner.id, bucket));
    return differencesIn(ours, theirs).map((one) => ({ ...one, kind }));
  }

  private keep(
    partner: Partner,
    counts: { readonly ours: number; readonly theirs: number },
    all: readonly Found[],
    at: Instant,
  ): Promise<void> {
    return this.uow.run(SENDING, async (tx) => {
      const found = await this.resend.settled(tx, partner.id, all); // what is under way differs for a moment
      const id = this.ids.next(at);
      await tx.rows(ExchangeCheckRow).insert({
        ...{ id, partnerId: partner.id, at, ...counts, differing: found.length, fault: null },
      });
      if (found.length > 0)
        await tx.rows(ExchangeDifferenceRow).insert(
          found.map(({ kind, id: entityId, difference, ours, theirs }) => ({
            ...{ checkId: id, kind, entityId, difference, ours, theirs },
          })),
        );
      for (const one of found) await this.resend.again(tx, partner.id, one, at);
      const kinds = new Set((await this.partners.mappings(tx, partner.id)).map(({ kind }) => kind));
      for (const kind of kinds) await this.partners.lookThrough(tx, partner.id, kind);
      const line = { checkDueAt: at + DAY, failures: 0, fault: null, pausedUntil: null };
      await tx.rows(ExchangeLineRow).update({ partnerId: partner.id }, line);
    });
  }
}
