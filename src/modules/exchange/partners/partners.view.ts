import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { ExchangeCheckRow } from '../../../schema/exchange/exchange-check.row';
import type { ExchangeLineRow } from '../../../schema/exchange/exchange-line.row';
import type { DifferenceView, FailedItemView, WaitingView } from './troubles.dto';

const MOST = 100;

type Line = Pick<ExchangeLineRow, 'partnerId' | 'answeredAt' | 'fault' | 'pausedUntil'>;
/** Times in JSON are texts. */
type LastCheck = Pick<ExchangeCheckRow, 'id' | 'ours' | 'theirs' | 'differing' | 'fault'> & { readonly at: string };

export interface PartnerState extends Readonly<Line> {
  readonly behind: number;
  readonly failed: number;
  readonly held: number;
  readonly taken: number;
  readonly waiting: number;
  readonly lastCheck: Readonly<LastCheck> | null;
}

/** How the exchange with each platform stands, for a page of a few. */
@Injectable()
export class PartnerStates {
  of(tx: Tx, ids: readonly string[]): Promise<PartnerState[]> {
    return tx.query<PartnerState>(
      `select l.partner_id as "partnerId", l.answered_at as "answeredAt", l.fault, l.paused_until as "pausedUntil",
         i.behind, i.failed, i.held, t.taken, t.waiting,
         (select jsonb_build_object('id', c.id, 'at', c.at, 'ours', c.ours, 'theirs', c.theirs, 'differing', c.differing, 'fault', c.fault)
          from exchange_checks c where c.partner_id = l.partner_id order by c.id desc limit 1) as "lastCheck"
       from exchange_lines l,
         lateral (select (count(*) filter (where due_at is not null))::int as behind, (count(*) filter (where fault is not null))::int as failed,
           (count(*) filter (where held_version is not null))::int as held from exchange_items where partner_id = l.partner_id) i,
         lateral (select count(*)::int as taken, (count(*) filter (where verdict = 'waiting'))::int as waiting
           from exchange_taken where partner_id = l.partner_id) t
       where l.partner_id = any($1)`,
      [ids],
    );
  }

  failed(tx: Tx, partnerId: string): Promise<FailedItemView[]> {
    return tx.query<FailedItemView>(
      `select kind, entity_id as "entityId", fault as code from exchange_items
       where partner_id = $1 and fault is not null order by entity_id desc limit ${MOST}`,
      [partnerId],
    );
  }

  differences(tx: Tx, partnerId: string): Promise<DifferenceView[]> {
    return tx.query<DifferenceView>(
      `select d.kind, d.entity_id as "entityId", d.difference, d.ours, d.theirs from exchange_differences d
       where d.check_id = (select max(c.id) from exchange_checks c where c.partner_id = $1 and c.differing > 0)
       order by d.kind, d.entity_id limit ${MOST}`,
      [partnerId],
    );
  }

  waiting(tx: Tx, partnerId: string): Promise<(Omit<WaitingView, 'takenAt'> & { readonly takenAt: Instant })[]> {
    return tx.query(
      `select kind, their_id as "theirId", entity_id as "entityId", code, differing, taken_at as "takenAt" from exchange_taken
       where partner_id = $1 and verdict = 'waiting' order by taken_at desc limit ${MOST}`,
      [partnerId],
    );
  }
}
