import { Injectable } from '@nestjs/common';
import type { ExchangeKind } from '../../../domain/exchange/exchange-kinds';
import type { Instant } from '../../../kernel/time';
import { IsNull } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ExchangeStockRow } from '../../../schema/exchange/exchange-stock.row';
import type { Partner } from '../partners/partner.store';
import { nextIds } from '../records/registrations.view';
import { ItemStore } from './item.store';
import { SENDING } from './send-batches';

const AT_ONCE = 500;

/**
 * Goes through all registrations of a kind, chunk by chunk, and has each looked at: when a mapping begins, and each night
 * before both sides are compared, because lists and repairs change rows without news.
 */
@Injectable()
export class LookThrough {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly items: ItemStore,
  ) {}

  /** True while there is more. */
  execute(partner: Partner, at: Instant): Promise<boolean> {
    return this.uow.run(SENDING, async (tx) => {
      const where = { partnerId: partner.id, doneAt: IsNull() };
      const stock = await tx.rows(ExchangeStockRow).findOne({ where, order: { kind: 'ASC' } });
      if (!stock) return false;
      const kind = stock.kind as ExchangeKind;
      if (stock.afterId === '') await this.items.touchHeld(tx, partner.id, kind, at);
      const ids = await nextIds(tx, kind, { after: stock.afterId, within: partner.regionCode, limit: AT_ONCE });
      await this.items.touch(
        tx,
        ids.map((entityId) => ({ partnerId: partner.id, kind, entityId })),
        at,
      );
      const done = ids.length < AT_ONCE;
      const progress = { afterId: ids.at(-1) ?? stock.afterId, doneAt: done ? at : null };
      await tx.rows(ExchangeStockRow).update({ partnerId: partner.id, kind }, progress);
      return true;
    });
  }
}
