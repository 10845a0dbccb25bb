import { Injectable } from '@nestjs/common';
import { subtreeRange } from '../../kernel/region-code';
import type { Tx } from '../../platform/database/unit-of-work';
import type { ViolationQuery } from './violation-request.dto';
import type { ViolationView } from './violation.dto';

type Row = Omit<ViolationView, 'foundAt' | 'lastAt' | 'dueAt'> & { foundAt: Date; lastAt: Date; dueAt: Date | null };

export const VIOLATION_COLUMNS = `v.id, v.kind, v.grade, v.severity, v.state, v.certainty, v.source, v.region_code as "regionCode",
  v.enterprise_id as "enterpriseId", v.machine_id as "machineId", v.chip_no as "chipNo", v.welder_id as "welderId",
  v.permit_id as "permitId", v.job_id as "jobId", v.place, v.lat, v.lng, v.description, v.occurrences, v.found_at as "foundAt",
  v.last_at as "lastAt", v.due_at as "dueAt", v.escalated_to as "escalatedTo"`;

export const toView = <T extends Row>(row: T): Omit<T, keyof Row> & ViolationView => ({
  ...row,
  foundAt: row.foundAt.toISOString(),
  lastAt: row.lastAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
});

/** The list of violations that the transaction's scope sees. */
@Injectable()
export class ViolationList {
  /** Newest first, one more than the page holds. */
  async rows(tx: Tx, query: ViolationQuery): Promise<ViolationView[]> {
    const within = query.regionCode === undefined ? null : subtreeRange(query.regionCode);
    const rows = await tx.query<Row>(
      `select ${VIOLATION_COLUMNS} from violations v
       where ($1::text is null or v.id < $1) and ($2::text is null or v.state = $2) and ($3::text is null or v.kind = $3)
         and ($4::text is null or v.grade = $4) and ($5::text is null or (v.region_code >= $5 and v.region_code < $6))
         and ($7::text is null or v.machine_id = $7) and ($8::text is null or v.enterprise_id = $8)
         and ($9::text is null or v.welder_id = $9) and ($10::text is null or v.chip_no = $10)
       order by v.id desc limit $11`,
      [
        query.cursor ?? null,
        query.state ?? null,
        query.kind ?? null,
        query.grade ?? null,
        within?.from ?? null,
        within?.to ?? null,
        query.machineId ?? null,
        query.enterpriseId ?? null,
        query.welderId ?? null,
        query.chipNo ?? null,
        query.limit + 1,
      ],
    );
    return rows.map(toView);
  }
}
