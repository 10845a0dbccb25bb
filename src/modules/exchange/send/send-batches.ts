import { Injectable } from '@nestjs/common';
import { isoTime, MINUTE, type Instant } from '../../../kernel/time';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { DeliveryFault } from '../../../platform/messaging/delivery-fault';
import { Ids } from '../../../platform/time/ids';
import { ExchangeLineRow } from '../../../schema/exchange/exchange-line.row';
import type { Partner } from '../partners/partner.store';
import { readAnswer, type ItemAnswer } from './batch-answer';
import { ItemStore, type Item } from './item.store';
import { PartnerClient } from './partner-client';
import { WriteBatch, type Outgoing } from './write-batch';

export const SENDING = systemScope('exchange');
export const CLAIM = 2 * MINUTE;
/** So that one platform does not hold a process for ever; the rest comes a second later. */
const MOST = 100;

/**
 * Sends what waits, batch after batch; nothing is open in the database meanwhile. A batch whose answer was lost is sent again:
 * the same versions, so the other side takes each once.
 */
@Injectable()
export class SendBatches {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly batches: WriteBatch,
    private readonly items: ItemStore,
    private readonly client: PartnerClient,
    private readonly ids: Ids,
  ) {}

  async execute(partner: Partner, at: Instant): Promise<void> {
    for (let sent = 0; sent < MOST; sent += 1) {
      const outgoing = await this.uow.run(SENDING, (tx) => this.batches.execute(tx, partner, at));
      if (outgoing === null) return;
      if (outgoing.length === 0) continue;
      const answers = readAnswer(await this.client.ask(partner, 'POST', '/batches', this.bodyOf(outgoing, at), at));
      const left = await this.uow.run(SENDING, (tx) => this.apply(tx, partner, outgoing, answers, at));
      if (left > 0) throw new DeliveryFault('receiver', 'answer-incomplete');
    }
  }

  private bodyOf(outgoing: readonly Outgoing[], at: Instant): object {
    const items = outgoing.map(({ item: { kind, entityId: id, version, op, regionCode: region, day }, record }) => ({
      ...{ kind, id, version, op, region, day },
      ...(record !== null && { record }),
    }));
    return { v: 1, batch: this.ids.next(at), sentAt: isoTime(at), items };
  }

  /** How many registrations the other side said nothing about. */
  private async apply(
    tx: Tx,
    partner: Partner,
    outgoing: readonly Outgoing[],
    answers: readonly ItemAnswer[],
    at: Instant,
  ): Promise<number> {
    const said = new Map(answers.map((one) => [`${one.kind} ${one.id}`, one]));
    let left = 0;
    for (const { item } of outgoing) {
      const answer = said.get(`${item.kind} ${item.entityId}`);
      if (answer === undefined) left += 1;
      else await this.settle(tx, partner, item, answer);
    }
    const line = { failures: 0, fault: null, pausedUntil: null, answeredAt: at, claimedUntil: at + CLAIM };
    await tx.rows(ExchangeLineRow).update({ partnerId: partner.id }, line);
    return left;
  }

  private async settle(tx: Tx, { id }: Partner, item: Item, { verdict, code, held }: ItemAnswer): Promise<void> {
    if (verdict === 'stale') {
      // our numbers went back, because a copy was restored: go on after theirs
      const version = Math.max(item.version, held ?? item.version);
      return this.items.change(tx, id, item, { version, hash: '', heldVersion: null });
    }
    if (verdict === 'refused')
      return this.items.settle(tx, id, item, { dueAt: null, fault: code ?? 'exchange.refused-there' });
    await this.items.change(tx, id, item, { heldVersion: item.op === 'put' ? item.version : null });
    await this.items.settle(tx, id, item, { dueAt: null, fault: null });
  }
}
