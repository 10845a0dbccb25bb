import { Injectable, Logger } from '@nestjs/common';
import { SECOND, type Instant } from '../../../kernel/time';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { PermitOccurrences } from './permit-occurrences';

/** The most permits in one turn; the rest follow a second later. */
const BATCH = 500;

/** The second part finds permits that were stored without a deadline and have ended meanwhile. */
const DUE = `
  (select permit_id as id, due_at as due from permit_deadlines where due_at <= $1 order by due_at limit ${BATCH})
  union all
  (select id, planned_end from permits p where planned_end <= $1 and state in ('submitted', 'approved', 'issued', 'active', 'suspended')
     and not exists (select 1 from permit_deadlines d where d.permit_id = p.id) order by planned_end limit ${BATCH})
  order by due limit ${BATCH}`;

/** Once a second: expiry, missed taps and gas tests, reminders of approvers, overdue signatures. The domain enforces all of it without the clock, too. */
@Injectable()
export class PermitClock extends Timed {
  private readonly logger = new Logger('permits');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly occurrences: PermitOccurrences,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'permit-clock', everyMs: SECOND, here: runsTimers(config) }, clock);
  }

  /** A transaction for each permit, so that one that fails holds up no other. */
  async execute(at: Instant): Promise<void> {
    const due = await this.uow.run(systemScope('permit-clock'), (tx) =>
      tx.prepared<{ id: string }>(DUE, [new Date(at)]),
    );
    for (const { id } of due) {
      try {
        await this.uow.run(systemScope('permit-clock'), (tx) => this.occurrences.settle(tx, id, at));
      } catch (err) {
        this.logger.error({ event: 'permit-clock.failed', permitId: id, err });
      }
    }
  }
}
