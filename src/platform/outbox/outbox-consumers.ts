import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { OutboxConsumerRow } from '../../schema/platform/outbox-consumer.row';
import { systemScope } from '../database/scope';
import { UnitOfWork, type Tx } from '../database/unit-of-work';
import type { Cursor } from './outbox.cursor';
import { CERTAIN, NEWEST_FIRST, OutboxReader } from './outbox.reader';
import type { StoredEvent } from './stored-event';

type Place = Pick<OutboxConsumerRow, 'epoch' | 'xid' | 'id'>;

/** What a consumer makes of a page of events, in the transaction that moves its cursor. */
export type Take = (tx: Tx, events: readonly StoredEvent[]) => Promise<void>;

/** How far a consumer is behind. */
export interface ConsumerLag {
  readonly name: string;
  readonly waiting: number;
  /** When the oldest event that waits happened. */
  readonly oldestAt: Instant | null;
  readonly movedAt: Instant;
}

const LAG_COUNTED = 10_000;

/**
 * Consumers of the outbox that lose nothing: the cursor stands in the database and moves in the transaction that takes the
 * events. A turn that fails leaves both as they were, so events come at least once, in order, to one process at a time.
 */
@Injectable()
export class OutboxConsumers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: OutboxReader,
  ) {}

  /** A consumer that is new begins with what happens from now on. */
  begin(name: string, at: Instant): Promise<unknown> {
    const newest = (column: string) => `(select ${column} from outbox where ${CERTAIN} ${NEWEST_FIRST} limit 1)`;
    return this.uow.run(systemScope(`outbox-consumer ${name}`), (tx) =>
      tx.query(
        `insert into outbox_consumers (name, epoch, xid, id, moved_at)
         values ($1, coalesce(${newest('epoch')}, 1), coalesce(${newest('xid')}, '0'::xid8), coalesce(${newest('id')}, 0), $2) on conflict (name) do nothing`,
        [name, new Date(at)],
      ),
    );
  }

  /** One page. How many events were taken; 0 also where another process is at it. */
  take(name: string, at: Instant, limit: number, take: Take): Promise<number> {
    return this.uow.run(systemScope(`outbox-consumer ${name}`), async (tx) => {
      const after = await this.lock(tx, name);
      if (after === null) return 0;
      const events = await this.outbox.readIn(tx, { after, limit });
      const last = events.at(-1);
      if (!last) return 0;
      await take(tx, events);
      await tx.query(
        'update outbox_consumers set epoch = $5, xid = $2::text::xid8, id = $3::bigint, moved_at = $4 where name = $1',
        [name, String(last.cursor.xid), String(last.cursor.id), new Date(at), last.cursor.epoch],
      );
      return events.length;
    });
  }

  /** For the page of the platform's health. */
  lags(tx: Tx): Promise<ConsumerLag[]> {
    return tx.query<ConsumerLag>(
      `select c.name, c.moved_at as "movedAt", w.waiting, w."oldestAt" from outbox_consumers c,
         lateral (select count(*)::int as waiting, min(o.at) as "oldestAt" from
           (select at from outbox where (epoch, xid, id) > (c.epoch, c.xid, c.id) limit ${LAG_COUNTED}) o) w
       order by c.name`,
    );
  }

  private async lock(tx: Tx, name: string): Promise<Cursor | null> {
    const [place] = await tx.query<Place>(
      'select epoch, xid::text as xid, id::text as id from outbox_consumers where name = $1 for update skip locked',
      [name],
    );
    return place ? { epoch: place.epoch, xid: BigInt(place.xid), id: BigInt(place.id) } : null;
  }
}
