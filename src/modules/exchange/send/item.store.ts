import { Injectable } from '@nestjs/common';
import type { ExchangeKind } from '../../../domain/exchange/exchange-kinds';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ExchangeItemRow } from '../../../schema/exchange/exchange-item.row';

const NAMES = ['kind', 'entityId', 'seq', 'version', 'op', 'hash', 'regionCode', 'day', 'heldVersion'] as const;

/** One registration on its way to another platform. `seq` tells whether it was touched again since. */
export interface Item extends Readonly<Pick<ExchangeItemRow, (typeof NAMES)[number]>> {
  readonly kind: ExchangeKind;
}

export interface Touched {
  readonly partnerId: string;
  readonly kind: ExchangeKind;
  readonly entityId: string;
}

/** One registration by one platform. The newest content alone is kept, so no version can pass another on the way. */
@Injectable()
export class ItemStore {
  /** To be looked at; it goes to the end of the line. */
  async touch(tx: Tx, touched: readonly Touched[], at: Instant): Promise<void> {
    if (touched.length === 0) return;
    await tx.query(
      `insert into exchange_items (partner_id, kind, entity_id, due_at)
       select distinct p, k, e, $4::timestamptz from unnest($1::text[], $2::text[], $3::text[]) as t(p, k, e)
       on conflict (partner_id, kind, entity_id) do update set due_at = excluded.due_at, seq = excluded.seq, fault = null`,
      [touched.map(({ partnerId }) => partnerId), touched.map(({ kind }) => kind), touched.map(({ entityId }) => entityId), new Date(at)],
    ); // prettier-ignore
  }

  /** The same for what was sent before, wherever it is now: it may have left the region. */
  async touchSent(tx: Tx, kinds: readonly ExchangeKind[], ids: readonly string[], at: Instant): Promise<void> {
    await tx.query(
      `update exchange_items i set due_at = $3, seq = nextval('exchange_order'), fault = null
       from unnest($1::text[], $2::text[]) as t(kind, id) where i.kind = t.kind and i.entity_id = t.id
         and exists (select 1 from exchange_partners p where p.id = i.partner_id and p.stopped_at is null)`,
      [kinds, ids, new Date(at)],
    );
  }

  /** All of a kind that the other side holds: what left the register without news is taken back there. */
  async touchHeld(tx: Tx, partnerId: string, kind: ExchangeKind, at: Instant): Promise<void> {
    await tx.query(
      `update exchange_items set due_at = $3, seq = nextval('exchange_order')
       where partner_id = $1 and kind = $2 and held_version is not null and due_at is null`,
      [partnerId, kind, new Date(at)],
    );
  }

  /** The longest waiting, locked until the commit. */
  due(tx: Tx, partnerId: string, limit: number): Promise<Item[]> {
    return tx.query<Item>(
      `select ${columnsOf(ExchangeItemRow, 'i', NAMES)} from exchange_items i
       where i.partner_id = $1 and i.due_at is not null order by i.seq limit $2 for update`,
      [partnerId, limit],
    );
  }

  async change(tx: Tx, partnerId: string, { kind, entityId }: Item, changes: Partial<ExchangeItemRow>): Promise<void> {
    await tx.rows(ExchangeItemRow).update({ partnerId, kind, entityId }, changes);
  }

  /** As `change`, unless it was touched again since. */
  async settle(
    tx: Tx,
    partnerId: string,
    { kind, entityId, seq }: Item,
    changes: Partial<ExchangeItemRow>,
  ): Promise<void> {
    await tx.rows(ExchangeItemRow).update({ partnerId, kind, entityId, seq }, changes);
  }

  async drop(tx: Tx, partnerId: string, { kind, entityId }: Item): Promise<void> {
    await tx.rows(ExchangeItemRow).delete({ partnerId, kind, entityId });
  }
}
