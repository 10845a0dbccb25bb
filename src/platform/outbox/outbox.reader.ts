import { Injectable } from '@nestjs/common';
import { subtreeRange, type RegionCode } from '../../kernel/region-code';
import type { Instant } from '../../kernel/time';
import type { OutboxRow } from '../../schema/platform/outbox.row';
import { systemScope } from '../database/scope';
import { UnitOfWork, type Tx } from '../database/unit-of-work';
import type { Cursor } from './outbox.cursor';
import type { StoredEvent } from './stored-event';

type Place = Pick<OutboxRow, 'id' | 'xid' | 'epoch'>;

export interface Stretch {
  /** Beyond this place; null: from the oldest event that is kept. */
  readonly after: Cursor | null;
  /** Up to and with this place; null: the newest that is certain. */
  readonly upTo?: Cursor;
  /** Only what happened in this region's subtree. */
  readonly within?: RegionCode;
  readonly limit: number;
}

const SYSTEM = systemScope('outbox');
/** The table's name stands before what is sorted by: a bare `xid` would mean the text that is selected. */
const IN_ORDER = 'order by outbox.epoch, outbox.xid, outbox.id';
const NEWEST_FIRST = 'order by outbox.epoch desc, outbox.xid desc, outbox.id desc';
const COLUMNS = `id, xid::text, epoch, type, at, entity, entity_id as "entityId", region_code as "regionCode",
  enterprise_ids as "enterpriseIds", user_ids as "userIds", data`;
/**
 * Older than every transaction still open: whatever was written down there is committed or gone, nothing can appear any
 * more. What an older epoch left is all there is of it.
 */
const CERTAIN = '(epoch < (select max(number) from epochs) or xid < pg_snapshot_xmin(pg_current_snapshot()))';
/** Of `outbox o`: older than $1 and taken by every consumer, or older than $2; never the newest that is certain. */
const PURGED = `at < $1 and (epoch, xid, id) < (select epoch, xid, id from outbox where ${CERTAIN} ${NEWEST_FIRST} limit 1)
  and (at < $2 or not exists (select 1 from outbox_consumers c where (c.epoch, c.xid, c.id) < (o.epoch, o.xid, o.id)))`;
const END: Cursor = { epoch: 2 ** 31 - 1, xid: 2n ** 63n - 1n, id: 2n ** 63n - 1n };
export const BEGINNING: Cursor = { epoch: 1, xid: 0n, id: 0n };

/** Reads the outbox in an order in which nothing can appear behind a reader. */
@Injectable()
export class OutboxReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** In order, the oldest first. */
  read(stretch: Stretch): Promise<StoredEvent[]> {
    return this.uow.run(SYSTEM, (tx) => this.readIn(tx, stretch));
  }

  /** As `read`, in an open transaction of the system. */
  async readIn(tx: Tx, { after, upTo, within = '', limit }: Stretch): Promise<StoredEvent[]> {
    const { from, to } = subtreeRange(within);
    const rows = await tx.prepared<OutboxRow>(
      `select ${COLUMNS} from outbox
       where (epoch, xid, id) > ($1::int, $2::text::xid8, $3::bigint) and (epoch, xid, id) <= ($4::int, $5::text::xid8, $6::bigint)
         and ${CERTAIN} and region_code >= $7 and region_code < $8
       ${IN_ORDER} limit $9`,
      [...placeOf(after ?? BEGINNING), ...placeOf(upTo ?? END), from, to, limit],
    );
    return rows.map(toEvent);
  }

  /** The newest event that is certain; null in an empty outbox. */
  head(): Promise<Cursor | null> {
    return this.uow.run(SYSTEM, (tx) => this.headIn(tx));
  }

  /** As `head`, in an open transaction of the system. */
  async headIn(tx: Tx): Promise<Cursor | null> {
    const [row] = await tx.query<Place>(
      `select id, xid::text, epoch from outbox where ${CERTAIN} ${NEWEST_FIRST} limit 1`,
    );
    return row ? cursorOf(row) : null;
  }

  /** When the event at a cursor happened; null if none is kept there: it is too old, or was never ours. */
  async timeOf(cursor: Cursor): Promise<Instant | null> {
    const [row] = await this.uow.run(SYSTEM, (tx) =>
      tx.query<Pick<OutboxRow, 'at'>>(
        `select at from outbox where epoch = $1 and xid = $2::text::xid8 and id = $3::bigint and ${CERTAIN}`,
        placeOf(cursor),
      ),
    );
    return row?.at ?? null;
  }

  /**
   * The newest one stays: a cursor that points at it is known however quiet it has been. What a consumer inside the platform
   * has not taken stays too, until `atLast`: one that is stuck for good must not fill the disk.
   */
  async purge(before: Instant, atLast: Instant): Promise<void> {
    await this.uow.run(SYSTEM, (tx) =>
      tx.query(`delete from outbox o where ${PURGED}`, [new Date(before), new Date(atLast)]),
    );
  }

  /** Whether a purge with these limits would take something. In a transaction of the system. */
  async holdsPurged(tx: Tx, before: Instant, atLast: Instant): Promise<boolean> {
    const [row] = await tx.query<{ there: boolean }>(
      `select exists (select 1 from outbox o where ${PURGED}) as there`,
      [new Date(before), new Date(atLast)],
    );
    return row?.there ?? false;
  }
}

/** As parameters of a statement. */
export const placeOf = ({ epoch, xid, id }: Cursor): [number, string, string] => [epoch, String(xid), String(id)];

const cursorOf = ({ epoch, id, xid }: Place): Cursor => ({ epoch, xid: BigInt(xid), id: BigInt(id) });

const toEvent = ({ id, xid, epoch, ...event }: OutboxRow): StoredEvent => ({
  ...event,
  cursor: cursorOf({ id, xid, epoch }),
});
