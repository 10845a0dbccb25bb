import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { Detector } from './detector';
import { forgedCards } from './views/forged-cards.view';

/** Long enough that a platform that was away for a week misses nothing. */
const LOOK_BACK_MS = 8 * DAY;

/** 使用伪造证件: an official marked a card as forged. One case for each card, with what was done under it. */
@Injectable()
export class ForgedCards implements Detector {
  readonly name = 'forged-cards';

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const cards = await forgedCards(tx, at - LOOK_BACK_MS);
    return cards.map((row) => ({
      kind: 'forged-certificate',
      source: 'detector',
      certainty: 'confirmed',
      facet: row.certificateId,
      welderId: row.welderId,
      enterpriseId: row.enterpriseId,
      regionCode: row.regionCode,
      foundAt: row.markedAt,
      description: row.revokeReason ?? '',
      evidence: {
        reason: 'card-forged',
        certificateId: row.certificateId,
        cardNumber: row.numberMasked,
        markedAt: row.markedAt,
        jobs: row.jobs,
        ...(row.answer !== null && { lookup: row.answer }),
      },
      photoIds: [...new Set([...row.screenshotIds, ...(row.photoId === null ? [] : [row.photoId])])],
    }));
  }
}
