import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Detector } from './detector';

/** Long enough that a platform that was away for a week misses nothing. */
const LOOK_BACK_MS = 8 * DAY;

interface ForgedRow {
  readonly certificate_id: string;
  readonly welder_id: string;
  readonly region_code: string;
  readonly enterprise_id: string | null;
  readonly number_masked: string;
  readonly photo_id: string | null;
  readonly marked_at: Instant;
  readonly reason: string | null;
  readonly jobs: number;
}

/** 使用伪造证件: an official marked a card as forged. One case for each card, with what was done under it. */
@Injectable()
export class ForgedCards implements Detector {
  readonly name = 'forged-cards';

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const rows = await tx.prepared<ForgedRow>(
      `select c.id as certificate_id, c.welder_id, w.region_code, w.enterprise_id, c.number_masked, c.photo_id, c.revoked_at as marked_at,
         c.revoke_reason as reason, (select count(*)::int from jobs j where j.welder_id = c.welder_id and j.state <> 'failed'
           and j.reserved_at >= c.valid_from and j.reserved_at < c.revoked_at) as jobs
       from certificates c join welders w on w.id = c.welder_id
       where c.status = 'forged' and c.revoked_at >= $1`,
      [new Date(at - LOOK_BACK_MS)],
    );
    return rows.map((row) => ({
      kind: 'forged-certificate',
      source: 'detector',
      certainty: 'confirmed',
      facet: row.certificate_id,
      welderId: row.welder_id,
      enterpriseId: row.enterprise_id,
      regionCode: row.region_code,
      foundAt: row.marked_at,
      description: row.reason ?? '',
      evidence: {
        reason: 'card-forged',
        certificateId: row.certificate_id,
        cardNumber: row.number_masked,
        markedAt: row.marked_at,
        jobs: row.jobs,
      },
      photoIds: row.photo_id === null ? [] : [row.photo_id],
    }));
  }
}
