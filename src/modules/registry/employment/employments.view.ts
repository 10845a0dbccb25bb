import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { PermitState } from '../../../domain/permits/permit';
import { PermitRow } from '../../../schema/permits/permit.row';
import { userEnterpriseOf } from '../machine-user';
import { EmploymentRow } from '../../../schema/registry/employment.row';

const OF_EMPLOYMENT = ['enterpriseId', 'since', 'until', 'endReason'] as const;
const OF_PERMIT = ['id', 'number', 'placeName', 'state'] as const;

export interface KnownEmployment extends Readonly<Pick<EmploymentRow, (typeof OF_EMPLOYMENT)[number]>> {
  readonly enterpriseName: string;
  readonly regionCode: string;
  readonly until: Instant | null;
}

export interface OpenPermit extends Readonly<Pick<PermitRow, (typeof OF_PERMIT)[number]>> {
  readonly state: PermitState;
}

/** Registered under an enterprise before employments were kept, or by a list: as good as an open one since then. */
const REGISTERED_UNDER = `
  select w.enterprise_id, w.created_at as since, null::timestamptz as until, null::text as end_reason from welders w
  where w.id = $1 and w.enterprise_id is not null and not exists (
    select 1 from employments o where o.welder_id = w.id and o.enterprise_id = w.enterprise_id and o.until is null)`;

/** Where a welder works and worked, the newest first. */
export const employmentsOf = (tx: Tx, welderId: string): Promise<KnownEmployment[]> =>
  tx.query<KnownEmployment>(
    `select ${columnsOf(EmploymentRow, 'm', OF_EMPLOYMENT)}, e.name as "enterpriseName", e.region_code as "regionCode"
     from (select enterprise_id, since, until, end_reason from employments where welder_id = $1 union all ${REGISTERED_UNDER}) m
       join enterprises e on e.id = m.enterprise_id
     order by m.until desc nulls first, m.since desc limit 100`,
    [welderId],
  );

/** Permits of an enterprise that name the welder and are not over. */
export const openPermitsOf = (tx: Tx, welderId: string, enterpriseIds: readonly string[]): Promise<OpenPermit[]> =>
  tx.query<OpenPermit>(
    `select ${columnsOf(PermitRow, 'p', OF_PERMIT)} from permits p
     where p.id in (select w.permit_id from permit_welders w where w.welder_id = $1)
       and (p.enterprise_id = any($2) or p.contractor_id = any($2)) and p.state not in ('closed', 'rejected', 'cancelled', 'expired')
     order by p.id desc limit 50`,
    [welderId, enterpriseIds],
  );

/** Whether the welder has work going on that the enterprise answers for. */
export async function atWorkFor(tx: Tx, welderId: string, enterpriseId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from jobs j left join permits p on p.id = j.permit_id left join machines m on m.id = j.machine_id
     where j.welder_id = $1 and j.state in ('reserved', 'running') and $2 in (p.enterprise_id, p.contractor_id, ${userEnterpriseOf('m')}) limit 1`,
    [welderId, enterpriseId],
  );
  return rows.length > 0;
}
