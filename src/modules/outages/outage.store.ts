import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { Outage, OutageSource } from '../../domain/outages/outage';
import type { Instant, Period } from '../../kernel/time';
import { lineage, subtreeRange } from '../../kernel/region-code';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import type { HeartbeatRow } from '../../schema/outages/heartbeat.row';
import { OutageRow } from '../../schema/outages/outage.row';

interface ListQuery {
  /** '' is the whole country: all of them. */
  readonly regionCode: string;
  readonly limit: number;
  readonly cursor?: string;
}

const COLUMNS = ['id', 'source', 'regionCode', 'fromAt', 'toAt', 'open', 'reason'] as const;
type ReadOutage = Pick<OutageRow, (typeof COLUMNS)[number]>;

@Injectable()
export class OutageStore {
  async insert(tx: Tx, outage: Outage, declaredBy: string | null, at: Instant): Promise<void> {
    const { id, source, regionCode, from, to, open, reason } = outage;
    const written = { fromAt: from, toAt: to, declaredBy, createdAt: at };
    await tx.rows(OutageRow).insert({ id, source, regionCode, open, reason, ...written });
  }

  /** Held until the commit, so that nobody ends one earlier while paper is entered for it. */
  async touching(tx: Tx, { from, to }: Period): Promise<Outage[]> {
    const where = { toAt: MoreThanOrEqual(from), fromAt: LessThanOrEqual(to) };
    return (await tx.rows(OutageRow).find({ where, lock: { mode: 'pessimistic_read' } })).map(toOutage);
  }

  async lock(tx: Tx, id: string): Promise<Outage | null> {
    const row = await tx.rows(OutageRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    return row && toOutage(row);
  }

  async close(tx: Tx, id: string, end: Instant, closedBy: string, at: Instant): Promise<void> {
    await tx.rows(OutageRow).update({ id }, { toAt: end, open: false, closedBy, closedAt: at });
  }

  /** Those that hold in a region or a part of it. */
  async list(tx: Tx, { regionCode, limit, cursor }: ListQuery): Promise<Outage[]> {
    const below = subtreeRange(regionCode);
    const rows = await tx.query<ReadOutage>(
      `select ${columnsOf(OutageRow, 'o', COLUMNS)} from outages o where ($1::text is null or id < $1)
         and (region_code = any($2) or (region_code >= $3 and region_code < $4)) order by id desc limit $5`,
      [cursor ?? null, ['', ...lineage(regionCode)], below.from, below.to, limit + 1],
    );
    return rows.map(toOutage);
  }

  /** The last sign of life before this one, null for the first. Two processes at once see each other. */
  async beat(tx: Tx, at: Instant): Promise<Instant | null> {
    const [row] = await tx.query<Pick<HeartbeatRow, 'at'>>('select at from heartbeat for update');
    await tx.query(
      `insert into heartbeat (at) values ($1) on conflict (one) do update set at = greatest(heartbeat.at, excluded.at)`,
      [new Date(at)],
    );
    return row?.at ?? null;
  }
}

const toOutage = ({ id, source, regionCode, fromAt, toAt, open, reason }: ReadOutage): Outage => ({
  ...{ id, source: source as OutageSource, regionCode, open, reason },
  ...{ from: fromAt, to: toAt },
});
