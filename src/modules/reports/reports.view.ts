import type { ReportKind } from '../../domain/reports/report-period';
import type { RegionCode } from '../../kernel/region-code';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { ReportRow } from '../../schema/reports/report.row';

export type ReportListRow = Readonly<Pick<ReportRow, 'id' | 'period' | 'regionCode'>> & {
  readonly kind: ReportKind;
  readonly madeAt: Instant;
  readonly regionName: string;
  readonly madeBy: string | null;
};

/** Reports that were handed in, within the open scope; the newest first, one more than asked for. */
export const handedIn = (
  tx: Tx,
  kind: ReportKind | null,
  before: string | null,
  limit: number,
): Promise<ReportListRow[]> =>
  tx.prepared<ReportListRow>(
    `select s.id, s.kind, s.period, s.region_code as "regionCode", coalesce(r.name, s.region_code) as "regionName",
       s.made_at as "madeAt", u.name as "madeBy"
     from reports s left join regions r on r.code = s.region_code left join users u on u.id = s.made_by
     where ($1::text is null or s.kind = $1) and ($2::text is null or s.id < $2) order by s.id desc limit $3`,
    [kind, before, limit + 1],
  );

export interface ReportingRegion {
  readonly code: RegionCode;
  /** Since when a regulator looks after it: what happened before was not counted here. */
  readonly since: Instant;
}

/** Regions that have a regulator: to each of them a report is made on schedule. */
export const reportingRegions = (tx: Tx): Promise<ReportingRegion[]> =>
  tx.prepared<ReportingRegion>(
    `select region_code as code, min(created_at) as since from users
     where 'regulator' = any(roles) and region_code is not null and disabled_at is null group by 1 order by 1`,
    [],
  );
