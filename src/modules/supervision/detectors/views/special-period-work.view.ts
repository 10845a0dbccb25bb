import type { Period } from '../../../../kernel/time';
import { columnsOf } from '../../../../platform/database/columns';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { PermitRow } from '../../../../schema/permits/permit.row';

const NAMES = ['regionCode', 'plannedStart'] as const;

export interface PermitOfJob extends Readonly<Pick<PermitRow, (typeof NAMES)[number]>> {
  readonly jobId: string;
  readonly permitId: string;
}

/** Whether any special period, wherever it was declared, touches this time. */
export async function anySpecialPeriod(tx: Tx, { from, to }: Period): Promise<boolean> {
  const sql = 'select 1 from special_periods where valid_from <= $2 and valid_to > $1 limit 1';
  return (await tx.prepared(sql, [new Date(from), new Date(to)])).length > 0;
}

export const permitsOfJobs = (tx: Tx, jobIds: readonly string[]): Promise<PermitOfJob[]> =>
  tx.prepared<PermitOfJob>(
    `select j.id as "jobId", p.id as "permitId", ${columnsOf(PermitRow, 'p', NAMES)} from jobs j join permits p on p.id = j.permit_id
     where j.id = any($1)`,
    [jobIds],
  );
