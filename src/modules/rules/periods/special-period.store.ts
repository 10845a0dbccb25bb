import { Injectable } from '@nestjs/common';
import type { SpecialPeriod } from '../../../domain/rules/calendar';
import { lineage, subtreeRange } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { toPage, type Page } from '../../../platform/http/page';
import { periodStages } from './period-stages';
import type { SpecialPeriodsQuery } from './special-period.dto';

interface PeriodRow {
  readonly id: string;
  readonly region_code: string;
  readonly name: string;
  readonly valid_from: Instant;
  readonly valid_to: Instant;
}

@Injectable()
export class SpecialPeriodStore {
  async insert(tx: Tx, { id, regionCode, name, from, to }: SpecialPeriod, declaredBy: string): Promise<void> {
    await tx.query(
      `insert into special_periods (id, region_code, name, valid_from, valid_to, declared_by) values ($1, $2, $3, $4, $5, $6)`,
      [id, regionCode, name, new Date(from), new Date(to), declaredBy],
    );
  }

  async lock(tx: Tx, id: string): Promise<SpecialPeriod | null> {
    const [row] = await tx.query<PeriodRow>('select * from special_periods where id = $1 for update', [id]);
    return row ? toPeriod(row) : null;
  }

  async endAt(tx: Tx, id: string, to: Instant): Promise<void> {
    await tx.query('update special_periods set valid_to = $2 where id = $1', [id, new Date(to)]);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from special_periods where id = $1', [id]);
  }

  async list(
    tx: Tx,
    { regionCode, stage, limit, cursor }: SpecialPeriodsQuery,
    at: Instant,
  ): Promise<Page<SpecialPeriod>> {
    const below = subtreeRange(regionCode ?? '');
    const rows = await tx.query<PeriodRow>(
      `select * from special_periods
       where ($1::text is null or id < $1)
         and ($2::text[] is null or region_code = any($2) or (region_code >= $3 and region_code < $4))
         and ${periodStages(stage)}
       order by id desc limit $6`,
      [
        cursor ?? null,
        regionCode === undefined ? null : ['', ...lineage(regionCode)],
        below.from,
        below.to,
        new Date(at),
        limit + 1,
      ],
    );
    return toPage(rows.map(toPeriod), limit, ({ id }) => id);
  }
}

const toPeriod = (row: PeriodRow): SpecialPeriod => ({
  id: row.id,
  name: row.name,
  regionCode: row.region_code,
  from: row.valid_from,
  to: row.valid_to,
});
