import { Injectable } from '@nestjs/common';
import { daysLeft } from '../../../domain/certificates/notice';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { systemActor } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { UsersReader } from '../../identity/users.reader';
import type { EndingCard } from './ending-cards.view';

/** That a certificate ends, as news: for the inbox and the other channels of whoever has an account. */
@Injectable()
export class EndingNews {
  constructor(
    private readonly users: UsersReader,
    private readonly journal: Journal,
  ) {}

  async record(tx: Tx, card: EndingCard, today: string, at: Instant): Promise<void> {
    const { id: entityId, welderId, enterpriseId, regionCode, kind, validTo } = card;
    const holders = await this.users.ofWelder(tx, welderId);
    const event = {
      ...{ type: 'certificate.ending', entity: 'certificate', entityId, regionCode },
      enterpriseIds: enterpriseId === null ? [] : [enterpriseId],
      userIds: holders.map(({ id }) => id),
      data: { welderId, kind, validTo, days: daysLeft(validTo, today) },
    };
    this.journal.record(tx, systemActor('timer'), at, [], [event]);
  }
}
