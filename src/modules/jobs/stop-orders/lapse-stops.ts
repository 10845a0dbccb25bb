import { Injectable } from '@nestjs/common';
import { MINUTE, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { systemActor } from '../../../platform/auth/caller';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { stopNews } from './stop-news';
import { StopOrderStore } from './stop-order.store';

const TIMER = systemActor('timer');

/** An inspector's stop that nobody confirmed in time lapses, and is told. */
@Injectable()
export class LapseStops extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: StopOrderStore,
    private readonly journal: Journal,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'lapse-stops', everyMs: MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('lapse-stops'), async (tx) => {
      const overdue = await this.orders.lockOverdue(tx, at);
      for (const { jobId } of overdue) await this.orders.settle(tx, jobId, 'lapsed', { userId: null, note: null }, at);
      const entries = overdue.map(({ jobId, regionCode }) => ({
        action: 'job.stop-lapse',
        entity: 'job',
        entityId: jobId,
        regionCode,
        before: { standing: 'provisional' },
        after: { standing: 'lapsed' },
      }));
      if (overdue.length > 0)
        this.journal.record(tx, TIMER, at, entries, overdue.map((order) => stopNews(order, 'lapsed', null))); // prettier-ignore
    });
  }
}
