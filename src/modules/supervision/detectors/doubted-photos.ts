import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Detector } from './detector';

interface DoubtedRow {
  readonly photo_id: string;
  readonly kind: string;
  readonly permit_id: string | null;
  readonly job_id: string | null;
  readonly welder_id: string | null;
  readonly machine_id: string | null;
  readonly enterprise_id: string | null;
  readonly region_code: string;
  readonly decided_at: Instant;
}

/** 冒用他人身份: a photo of a person or a signboard that somebody looked at and doubted. Once for each photo. */
@Injectable()
export class DoubtedPhotos implements Detector {
  readonly name = 'doubted-photos';

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const rows = await tx.prepared<DoubtedRow>(
      `select c.photo_id, c.kind, c.permit_id, c.job_id, c.welder_id, j.machine_id, c.enterprise_id, c.region_code, c.decided_at
       from photo_checks c left join jobs j on j.id = c.job_id where c.verdict = 'doubted' and c.decided_at >= $1`,
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
      foundAt: row.decided_at,
      evidence: { photo: row.kind },
      photoIds: [row.photo_id],
    }));
  }
}
