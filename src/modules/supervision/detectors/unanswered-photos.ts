import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Detector } from './detector';

interface MissedRow {
  readonly job_id: string;
  readonly permit_id: string | null;
  readonly welder_id: string;
  readonly machine_id: string;
  readonly enterprise_id: string | null;
  readonly region_code: string;
  readonly asked_at: Instant;
  readonly due_at: Instant;
}

/** 冒用他人身份: a job that was asked who works there, went on, and nobody answered in time. */
@Injectable()
export class UnansweredPhotos implements Detector {
  readonly name = 'unanswered-photos';

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const rows = await tx.prepared<MissedRow>(
      `select a.job_id, j.permit_id, a.welder_id, j.machine_id, a.enterprise_id, a.region_code, a.asked_at, a.due_at
       from job_photo_asks a join jobs j on j.id = a.job_id
       where a.missed_at >= $1 and (j.ended_at is null or j.ended_at >= a.due_at)`,
      [new Date(at - DAY)],
    );
    return rows.map((row) => ({
      kind: 'identity-misuse',
      source: 'detector',
      certainty: 'provisional',
      jobId: row.job_id,
      permitId: row.permit_id,
      welderId: row.welder_id,
      machineId: row.machine_id,
      enterpriseId: row.enterprise_id,
      regionCode: row.region_code,
      foundAt: row.due_at,
      evidence: { reason: 'photo-unanswered', askedAt: row.asked_at, dueAt: row.due_at },
    }));
  }
}
