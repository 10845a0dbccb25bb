import { Injectable } from '@nestjs/common';
import type { SpecialPeriod } from '../../../domain/rules/calendar';
import { lineage, subtreeRange } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { toPage, type Page } from '../../../platform/http/page';
import { SpecialPeriodRow } from '../../../schema/rules/special-period.row';
import { PERIOD, toPeriod, type ReadPeriod } from '../special-period';
import { periodStages } from './period-stages';
import type { SpecialPeriodsQuery } from './special-period.dto';

@Injectable()
export class SpecialPeriodStore {
  async insert(tx: Tx, { id, regionCode, name, from, to }: SpecialPeriod, declaredBy: string): Promise<void> {
    await tx.rows(SpecialPeriodRow).insert({ id, regionCode, name, validFrom: from, validTo: to, declaredBy });
  }

  async lock(tx: Tx, id: string): Promise<SpecialPeriod | null> {
    const row = await tx.rows(SpecialPeriodRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    return row && toPeriod(row);
  }

  async endAt(tx: Tx, id: string, to: Instant): Promise<void> {
    await tx.rows(SpecialPeriodRow).update({ id }, { validTo: to });
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.rows(SpecialPeriodRow).delete({ id });
  }

  async list(
    tx: Tx,
    { regionCode, stage, limit, cursor }: SpecialPeriodsQuery,
    at: Instant,
  ): Promise<Page<SpecialPeriod>> {
    const below = subtreeRange(regionCode ?? '');
    const rows = await tx.query<ReadPeriod>(
      `select ${PERIOD} from special_periods p
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
