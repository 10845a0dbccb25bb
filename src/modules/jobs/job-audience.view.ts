import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { JobRow } from '../../schema/jobs/job.row';

const OF_JOB = ['id', 'regionCode', 'machineId', 'permitId', 'state', 'endReason'] as const satisfies readonly (keyof JobRow)[]; // prettier-ignore

/** A job with those who hear of it. */
export interface JobAudience extends Readonly<Pick<JobRow, (typeof OF_JOB)[number]>> {
  readonly enterpriseIds: readonly string[];
  readonly userIds: readonly string[];
}

/** The enterprises of permit and machine, the job's welder, its starter and its watcher. */
export const audienceOf = (tx: Tx, ids: readonly string[]): Promise<JobAudience[]> =>
  tx.prepared<JobAudience>(
    `select ${columnsOf(JobRow, 'j', OF_JOB)},
       array(select distinct e from unnest(array[j.enterprise_id, p.enterprise_id, p.contractor_id, m.enterprise_id]) e
         where e is not null) as "enterpriseIds",
       array(select distinct u from unnest(array[j.started_by, w.id, p.fire_watch_id]) u where u is not null) as "userIds"
     from jobs j join machines m on m.id = j.machine_id left join permits p on p.id = j.permit_id
       left join users w on w.welder_id = j.welder_id
     where j.id = any($1) order by j.id`,
    [ids],
  );

/** SQL: the users who are the welder of a job `j`, or started it for them. */
export const WORKERS = `array(
  select u from (select j.started_by as u union select w.id from users w where w.welder_id = j.welder_id) x where u is not null)`;
