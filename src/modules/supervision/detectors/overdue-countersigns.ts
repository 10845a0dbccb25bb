import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { HOUR, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PermitsReader } from '../../permits/permits.reader';
import type { Detector } from './detector';

/** Long enough that a platform that was away for a night misses nothing. */
const LOOK_BACK_MS = 24 * HOUR;

/** An urgent permit was begun on one leader's word; the full signatures did not follow in time. */
@Injectable()
export class OverdueCountersigns implements Detector {
  readonly name = 'overdue-countersigns';

  constructor(private readonly permits: PermitsReader) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const overdue = await this.permits.countersignsOverdue(tx, at - LOOK_BACK_MS);
    return overdue.map(({ id, at: foundAt }) => ({
      kind: 'other',
      source: 'detector',
      certainty: 'confirmed',
      permitId: id,
      foundAt,
      evidence: { reason: 'countersign-overdue', dueAt: foundAt },
    }));
  }
}
