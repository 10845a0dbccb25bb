import type { Instant } from '../../../../kernel/time';
import { columnsOf } from '../../../../platform/database/columns';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { JobRow } from '../../../../schema/jobs/job.row';
import { PhotoCheckRow } from '../../../../schema/permits/photo-check.row';

const NAMES = ['photoId', 'kind', 'permitId', 'jobId', 'welderId', 'enterpriseId', 'regionCode'] as const;

export interface DoubtedPhoto extends Readonly<Pick<PhotoCheckRow, (typeof NAMES)[number]>> {
  readonly machineId: JobRow['machineId'] | null;
  readonly decidedAt: Instant;
}

export const doubtedPhotos = (tx: Tx, since: Instant): Promise<DoubtedPhoto[]> =>
  tx.prepared<DoubtedPhoto>(
    `select ${columnsOf(PhotoCheckRow, 'c', [...NAMES, 'decidedAt'])}, ${columnsOf(JobRow, 'j', ['machineId'])}
     from photo_checks c left join jobs j on j.id = c.job_id where c.verdict = 'doubted' and c.decided_at >= $1`,
    [new Date(since)],
  );
