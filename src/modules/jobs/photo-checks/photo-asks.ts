import { Injectable } from '@nestjs/common';
import type { PhotoAsk } from '../../../domain/jobs/photo-again';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { JobPhotoAskRow } from '../../../schema/jobs/job-photo-ask.row';
import { JobRow } from '../../../schema/jobs/job.row';
import { WORKERS } from '../job-audience.view';
import type { NewJob } from '../new-job';

/** A question to a running job for one more photo, as others hear of it. */
export interface AskedJob extends Readonly<Pick<JobRow, 'permitId' | 'regionCode' | 'enterpriseId'>> {
  readonly jobId: string;
  /** The welder, and the person who started the job for them. */
  readonly userIds: readonly string[];
  readonly dueAt: Instant;
}

export type OpenAsk = Readonly<Pick<JobPhotoAskRow, 'forGrid' | 'askedAt' | 'answeredAt'>>;

const HEARS = `j.id as "jobId", ${columnsOf(JobRow, 'j', ['permitId', 'regionCode', 'enterpriseId'])}, ${WORKERS} as "userIds", a.due_at as "dueAt"`;

/** Which jobs are asked for one more photo, and what became of it. */
@Injectable()
export class PhotoAsks {
  plan(tx: Tx, job: NewJob, { askAt, answerMinutes }: PhotoAsk, forGrid: boolean): void {
    const { id, regionCode, enterpriseId, welderId } = job;
    tx.send(
      `insert into job_photo_asks (job_id, region_code, enterprise_id, welder_id, ask_at, answer_minutes, for_grid)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, regionCode, enterpriseId, welderId, new Date(askAt), answerMinutes, forGrid],
    );
  }

  /** Those whose time has come. The time to answer counts from now, however late the platform asks. */
  ask(tx: Tx, at: Instant): Promise<AskedJob[]> {
    return tx.prepared<AskedJob>(
      `update job_photo_asks a set asked_at = $1, due_at = $1::timestamptz + a.answer_minutes * interval '1 minute'
       from jobs j where j.id = a.job_id and a.asked_at is null and a.ask_at <= $1 and j.state = 'running' returning ${HEARS}`,
      [new Date(at)],
    );
  }

  /** Jobs that were over before their turn came are not asked. */
  async forget(tx: Tx, at: Instant): Promise<void> {
    await tx.prepared(
      `delete from job_photo_asks a using jobs j
       where j.id = a.job_id and a.asked_at is null and a.ask_at <= $1 and j.state not in ('reserved', 'running')`,
      [new Date(at)],
    );
  }

  /** Those that nobody answered in time, each told of once. */
  miss(tx: Tx, at: Instant): Promise<AskedJob[]> {
    return tx.prepared<AskedJob>(
      `update job_photo_asks a set missed_at = $1
       from jobs j where j.id = a.job_id and a.answered_at is null and a.missed_at is null and a.due_at <= $1 returning ${HEARS}`,
      [new Date(at)],
    );
  }

  lock(tx: Tx, jobId: string): Promise<OpenAsk | null> {
    return tx.rows(JobPhotoAskRow).findOne({ where: { jobId }, lock: { mode: 'pessimistic_write' } });
  }

  async answer(tx: Tx, jobId: string, photoId: string, at: Instant): Promise<void> {
    await tx.rows(JobPhotoAskRow).update({ jobId }, { answeredAt: at, photoId });
  }
}
