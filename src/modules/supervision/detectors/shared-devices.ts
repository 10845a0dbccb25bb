import { Injectable } from '@nestjs/common';
import { peoplePerDevice, sharedDevices } from '../../../domain/permits/one-device';
import type { Finding } from '../../../domain/violations/finding';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { DoubtfulSeats } from '../../permits/people/doubtful-seats.reader';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';

/** 冒用他人身份: two people took seats of one permit from one device. It may be one of them in both. */
@Injectable()
export class SharedDevices implements Detector {
  readonly name = 'shared-devices';

  constructor(
    private readonly seats: DoubtfulSeats,
    private readonly rules: RulesReader,
  ) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const permits = await this.seats.sharedSince(tx, at - DAY);
    return permits.flatMap(({ permitId, seats, ...subject }) =>
      sharedDevices(seats, peoplePerDevice(this.rules.book(), subject, at)).map(({ names, at: foundAt }): Finding => ({
        kind: 'identity-misuse',
        source: 'detector',
        certainty: 'provisional',
        permitId,
        foundAt,
        evidence: { reason: 'one-device', signers: names.join('、') },
      })),
    );
  }
}
