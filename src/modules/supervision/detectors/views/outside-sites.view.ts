import type { Instant } from '../../../../kernel/time';
import { columnsOf } from '../../../../platform/database/columns';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { JobRow } from '../../../../schema/jobs/job.row';
import { PermitRow } from '../../../../schema/permits/permit.row';

const OF_JOB = ['id', 'machineId', 'welderId'] as const;
const OF_PERMIT = ['regionCode', 'regime', 'level', 'radiusM'] as const;

export interface JobWithFix
  extends Readonly<Pick<JobRow, (typeof OF_JOB)[number]>>, Readonly<Pick<PermitRow, (typeof OF_PERMIT)[number]>> {
  readonly chipNo: string;
  readonly permitId: string;
  readonly since: Instant;
  readonly lat: number;
  readonly lng: number;
  readonly accuracyM: number | null;
  readonly siteLat: number;
  readonly siteLng: number;
}

/** Jobs that run under a permit, with the place of the permit and a fix of the chip from after the job began. */
export const jobsWithFix = (tx: Tx, freshFrom: Instant): Promise<JobWithFix[]> =>
  tx.prepared<JobWithFix>(
    `select ${columnsOf(JobRow, 'j', [...OF_JOB, 'chipNo', 'permitId'])}, ${columnsOf(PermitRow, 'p', OF_PERMIT)}, j.reserved_at as since,
       c.lat, c.lng, c.accuracy_m as "accuracyM", p.lat as "siteLat", p.lng as "siteLng"
     from jobs j join chip_states c on c.chip_no = j.chip_no join permits p on p.id = j.permit_id
     where j.state = 'running' and c.lat is not null and c.position_at >= greatest(j.reserved_at, $1)`,
    [new Date(freshFrom)],
  );
