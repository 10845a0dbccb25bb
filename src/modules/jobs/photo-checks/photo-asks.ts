import { Injectable } from '@nestjs/common';
import type { PhotoAsk } from '../../../domain/jobs/photo-again';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { NewJob } from '../new-job';

/** A question to a running job for one more photo, as others hear of it. */
export interface AskedJob {
  readonly jobId: string;
  readonly permitId: string | null;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  /** The welder and whoever started for them. */
  readonly userIds: readonly string[];
  readonly dueAt: Instant;
}

export interface OpenAsk {
  readonly forGrid: boolean;
  readonly askedAt: Instant | null;
  readonly answeredAt: Instant | null;
}

const HEARS = `j.id as "jobId", j.permit_id as "permitId", j.region_code as "regionCode", j.enterprise_id as "enterpriseId",
  array(select u from (select j.started_by as u union select w.id from users w where w.welder_id = j.welder_id) x where u is not null) as "userIds",
  a.due_at as "dueAt"`;

interface Row extends Omit<AskedJob, 'dueAt'> {
  readonly dueAt: Instant;
}

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
  async ask(tx: Tx, at: Instant): Promise<AskedJob[]> {
    const rows = await tx.prepared<Row>(
      `update job_photo_asks a set asked_at = $1, due_at = $1::timestamptz + a.answer_minutes * interval '1 minute'
       from jobs j where j.id = a.job_id and a.asked_at is null and a.ask_at <= $1 and j.state = 'running' returning ${HEARS}`,
      [new Date(at)],
    );
    return rows.map(toAsked);
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
  async miss(tx: Tx, at: Instant): Promise<AskedJob[]> {
    const rows = await tx.prepared<Row>(
      `update job_photo_asks a set missed_at = $1
       from jobs j where j.id = a.job_id and a.answered_at is null and a.missed_at is null and a.due_at <= $1 returning ${HEARS}`,
      [new Date(at)],
    );
    return rows.map(toAsked);
  }

  async lock(tx: Tx, jobId: string): Promise<OpenAsk | null> {
    const [row] = await tx.query<{ forGrid: boolean; askedAt: Instant | null; answeredAt: Instant | null }>(
      `select for_grid as "forGrid", asked_at as "askedAt", answered_at as "answeredAt" from job_photo_asks
       where job_id = $1 for update`,
      [jobId],
    );
    if (!row) return null;
    const { forGrid, askedAt, answeredAt } = row;
    return { forGrid, askedAt: askedAt, answeredAt: answeredAt };
  }

  async answer(tx: Tx, jobId: string, photoId: string, at: Instant): Promise<void> {
    await tx.query('update job_photo_asks set answered_at = $2, photo_id = $3 where job_id = $1', [
      jobId,
      new Date(at),
      photoId,
    ]);
  }
}

const toAsked = (row: Row): AskedJob => ({ ...row, dueAt: row.dueAt });
