import { Injectable } from '@nestjs/common';
import { SECOND, type Instant } from '../../kernel/time';
import { Config, runsTimers } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';

const EVERY = 30 * SECOND;

/** Adds the changes of the counts to the counters. The numbers are exact before and after: only reading them gets quicker. */
@Injectable()
export class FoldInventory extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'fold-inventory', everyMs: EVERY, here: runsTimers(config) }, clock);
  }

  async execute(_: Instant): Promise<void> {
    await this.uow.run(systemScope('fold-inventory'), (tx) => tx.query('select fold_inventory()'));
  }
}
