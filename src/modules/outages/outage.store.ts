import { Injectable } from '@nestjs/common';
import type { Outage, OutageSource } from '../../domain/outages/outage';
import type { Instant, Period } from '../../kernel/time';
import { lineage, subtreeRange } from '../../kernel/region-code';
import type { Tx } from '../../platform/database/unit-of-work';

interface OutageRow {
  readonly id: string;
  readonly source: OutageSource;
  readonly region_code: string;
  readonly from_at: Instant;
  readonly to_at: Instant;
  readonly reason: string | null;
}

interface ListQuery {
  /** '' is the whole country: all of them. */
  readonly regionCode: string;
  readonly limit: number;
  readonly cursor?: string;
}

@Injectable()
export class OutageStore {
  async insert(tx: Tx, outage: Outage, declaredBy: string | null, at: Instant): Promise<void> {
    const { id, source, regionCode, from, to, reason } = outage;
    await tx.query(
      `insert into outages (id, source, region_code, from_at, to_at, reason, declared_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, source, regionCode, new Date(from), new Date(to), reason, declaredBy, new Date(at)],
    );
  }

  async touching(tx: Tx, { from, to }: Period): Promise<Outage[]> {
    const rows = await tx.query<OutageRow>('select * from outages where to_at >= $1 and from_at <= $2', [
      new Date(from),
      new Date(to),
    ]);
    return rows.map(toOutage);
  }

  /** Those that hold in a region or a part of it. */
  async list(tx: Tx, { regionCode, limit, cursor }: ListQuery): Promise<Outage[]> {
    const below = subtreeRange(regionCode);
    const rows = await tx.query<OutageRow>(
      `select * from outages where ($1::text is null or id < $1)
         and (region_code = any($2) or (region_code >= $3 and region_code < $4)) order by id desc limit $5`,
      [cursor ?? null, ['', ...lineage(regionCode)], below.from, below.to, limit + 1],
    );
    return rows.map(toOutage);
  }

  /** The last sign of life before this one, null for the first. Two processes at once see each other. */
  async beat(tx: Tx, at: Instant): Promise<Instant | null> {
    const [row] = await tx.query<{ at: Instant }>('select at from heartbeat for update');
    await tx.query(
      `insert into heartbeat (at) values ($1) on conflict (one) do update set at = greatest(heartbeat.at, excluded.at)`,
      [new Date(at)],
    );
    return row?.at ?? null;
  }
}

const toOutage = ({ region_code, from_at, to_at, ...own }: OutageRow): Outage => ({
  id: own.id,
  source: own.source,
  reason: own.reason,
  regionCode: region_code,
  from: from_at,
  to: to_at,
});
