import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/violations/finding';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { DoubtfulSeats } from '../../permits/people/doubtful-seats.reader';
import type { Detector } from './detector';

/** One phone confirmed as the occupier of several places (rule `permit.occupier-places`): the grid worker of the last one looks. */
@Injectable()
export class OftenOccupiers implements Detector {
  readonly name = 'often-occupiers';

  constructor(private readonly seats: DoubtfulSeats) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const often = await this.seats.occupiersSince(tx, at - DAY);
    return often.map(({ permitId, places, at: foundAt }) => ({
      kind: 'identity-misuse',
      source: 'detector',
      certainty: 'provisional',
      permitId,
      foundAt,
      evidence: { reason: 'occupier-often', places },
    }));
  }
}
