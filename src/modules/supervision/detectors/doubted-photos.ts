import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Detector } from './detector';
import { doubtedPhotos } from './views/doubted-photos.view';

/** 冒用他人身份: a photo of a person or a signboard that somebody looked at and doubted. Once for each photo. */
@Injectable()
export class DoubtedPhotos implements Detector {
  readonly name = 'doubted-photos';

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const photos = await doubtedPhotos(tx, at - DAY);
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
      foundAt: row.decidedAt,
      evidence: { photo: row.kind },
      photoIds: [row.photoId],
    }));
  }
}
