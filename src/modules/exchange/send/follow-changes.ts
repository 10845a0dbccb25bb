import { Injectable } from '@nestjs/common';
import { EXCHANGE_KINDS, type ExchangeKind } from '../../../domain/exchange/exchange-kinds';
import { isWithin } from '../../../kernel/region-code';
import { SECOND, type Instant } from '../../../kernel/time';
import { Config, runsTimers } from '../../../platform/config/config';
import { OutboxConsumers } from '../../../platform/outbox/outbox-consumers';
import type { StoredEvent } from '../../../platform/outbox/stored-event';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { PartnerStore } from '../partners/partner.store';
import { JudgeAgain } from '../take/judge-again';
import { ItemStore } from './item.store';

const CONSUMER = 'exchange';
const PAGE = 500;

const isKind = (entity: string): entity is ExchangeKind => (EXCHANGE_KINDS as readonly string[]).includes(entity);

/** Once a second: what changed in the register is looked at again for each platform that hears of it. */
@Injectable()
export class FollowChanges extends Timed {
  constructor(
    private readonly consumers: OutboxConsumers,
    private readonly partners: PartnerStore,
    private readonly items: ItemStore,
    private readonly judgeAgain: JudgeAgain,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super({ name: 'follow-changes', everyMs: SECOND, here: runsTimers(config) }, clock);
  }

  override async onApplicationBootstrap(): Promise<void> {
    if (runsTimers(this.config)) await this.consumers.begin(CONSUMER, this.clock.now());
    await super.onApplicationBootstrap();
  }

  async execute(at: Instant): Promise<void> {
    const taken = await this.consumers.take(CONSUMER, at, PAGE, async (tx, events) => {
      const partners = await this.partners.active(tx);
      const changed = events.flatMap((event) => (isKind(event.entity) ? [{ ...event, entity: event.entity }] : []));
      if (partners.length === 0 || changed.length === 0) return;
      const kinds = changed.map(({ entity }) => entity);
      const ids = changed.map(({ entityId }) => entityId);
      await this.items.touchSent(tx, kinds, ids, at);
      for (const { id, regionCode, baseUrl } of partners)
        if (baseUrl !== null) await this.items.touch(tx, touchedOf(id, regionCode, changed), at);
      await this.judgeAgain.execute(tx, ids);
    });
    if (taken === PAGE) this.poke();
  }
}

const touchedOf = (
  partnerId: string,
  region: string,
  changed: readonly (Pick<StoredEvent, 'regionCode' | 'entityId'> & { readonly entity: ExchangeKind })[],
) =>
  changed
    .filter((event) => isWithin(event.regionCode, region))
    .map(({ entity: kind, entityId }) => ({ partnerId, kind, entityId }));
