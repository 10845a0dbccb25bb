import { Injectable } from '@nestjs/common';
import { MINUTE, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { systemActor } from '../../../platform/auth/caller';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { InternalReportStore } from './internal-report.store';

const AT_A_TIME = 200;

/** A report that nobody of the enterprise answers in time goes up to the region. */
@Injectable()
export class RaiseUnanswered extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reports: InternalReportStore,
    private readonly journal: Journal,
    config: Config,
    clock: Clock,
  ) {
    super({ name: 'raise-unanswered', everyMs: MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('raise-unanswered'), async (tx) => {
      const risen = await this.reports.raiseUnanswered(tx, at, AT_A_TIME);
      const entries = risen.map(({ id, regionCode }) => ({
        ...{ action: 'internal-report.risen', entity: 'internal-report', entityId: id, regionCode },
      }));
      this.journal.record(tx, systemActor('timer'), at, entries);
    });
  }
}
