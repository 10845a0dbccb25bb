import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { PermitState } from '../../../domain/permits/permit';
import { EmploymentRow } from '../../../schema/registry/employment.row';

const OF_EMPLOYMENT = ['enterpriseId', 'since', 'until', 'endReason'] as const;

export interface KnownEmployment extends Readonly<Pick<EmploymentRow, (typeof OF_EMPLOYMENT)[number]>> {
  readonly enterpriseName: string;
  readonly regionCode: string;
  readonly until: Instant | null;
}

export interface OpenPermit {
  readonly id: string;
  readonly number: string;
  readonly placeName: string;
  readonly state: PermitState;
}

/** Where a welder works and worked, the newest first. */
export const employmentsOf = (tx: Tx, welderId: string): Promise<KnownEmployment[]> =>
  tx.query<KnownEmployment>(
    `select ${columnsOf(EmploymentRow, 'm', OF_EMPLOYMENT)}, e.name as "enterpriseName", e.region_code as "regionCode"
     from employments m join enterprises e on e.id = m.enterprise_id
     where m.welder_id = $1 order by m.until desc nulls first, m.since desc limit 100`,
    [welderId],
  );

/** Permits of an enterprise that name the welder and are not over. */
export const openPermitsOf = (tx: Tx, welderId: string, enterpriseIds: readonly string[]): Promise<OpenPermit[]> =>
  tx.query<OpenPermit>(
    `select p.id, p.number, p.place_name as "placeName", p.state from permits p
     where p.id in (select w.permit_id from permit_welders w where w.welder_id = $1)
       and (p.enterprise_id = any($2) or p.contractor_id = any($2)) and p.state not in ('closed', 'rejected', 'cancelled', 'expired')
     order by p.id desc limit 50`,
    [welderId, enterpriseIds],
  );

/** Whether the welder has work going on that the enterprise answers for. */
export async function atWorkFor(tx: Tx, welderId: string, enterpriseId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from jobs j left join permits p on p.id = j.permit_id left join machines m on m.id = j.machine_id
     where j.welder_id = $1 and j.state in ('reserved', 'running') and $2 in (p.enterprise_id, p.contractor_id, m.enterprise_id) limit 1`,
    [welderId, enterpriseId],
  );
  return rows.length > 0;
}
