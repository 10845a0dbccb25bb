import type { Instant } from '../../../../kernel/time';
import { columnsOf } from '../../../../platform/database/columns';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { JobPhotoAskRow } from '../../../../schema/jobs/job-photo-ask.row';
import { JobRow } from '../../../../schema/jobs/job.row';

const OF_ASK = ['jobId', 'welderId', 'enterpriseId', 'regionCode', 'askedAt'] as const;
const OF_JOB = ['permitId', 'machineId'] as const;

export interface UnansweredPhoto
  extends Readonly<Pick<JobPhotoAskRow, (typeof OF_ASK)[number]>>, Readonly<Pick<JobRow, (typeof OF_JOB)[number]>> {
  readonly dueAt: Instant;
}

export const unansweredPhotos = (tx: Tx, since: Instant): Promise<UnansweredPhoto[]> =>
  tx.prepared<UnansweredPhoto>(
    `select ${columnsOf(JobPhotoAskRow, 'a', [...OF_ASK, 'dueAt'])}, ${columnsOf(JobRow, 'j', OF_JOB)}
     from job_photo_asks a join jobs j on j.id = a.job_id
     where a.missed_at >= $1 and (j.ended_at is null or j.ended_at >= a.due_at)`,
    [new Date(since)],
  );
