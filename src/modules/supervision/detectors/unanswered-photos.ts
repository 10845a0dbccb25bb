import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Detector } from './detector';
import { unansweredPhotos } from './views/unanswered-photos.view';

/** 冒用他人身份: a job that was asked who works there, went on, and nobody answered in time. */
@Injectable()
export class UnansweredPhotos implements Detector {
  readonly name = 'unanswered-photos';

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const photos = await unansweredPhotos(tx, at - DAY);
    return photos.map((row) => ({
      kind: 'identity-misuse',
      source: 'detector',
      certainty: 'provisional',
      jobId: row.jobId,
      permitId: row.permitId,
      welderId: row.welderId,
      machineId: row.machineId,
      enterpriseId: row.enterpriseId,
      regionCode: row.regionCode,
      foundAt: row.dueAt,
      evidence: { reason: 'photo-unanswered', askedAt: row.askedAt, dueAt: row.dueAt },
    }));
  }
}
