import { Injectable } from '@nestjs/common';
import { SECOND, type Instant } from '../../../../kernel/time';
import { Config, runsTimers } from '../../../../platform/config/config';
import { systemScope } from '../../../../platform/database/scope';
import { UnitOfWork } from '../../../../platform/database/unit-of-work';
import { Clock } from '../../../../platform/time/clock';
import { Timed } from '../../../../platform/time/timed';

const EVERY = 30 * SECOND;

/** Adds what happened since to the figures of the days. They are exact before and after: only reading them gets quicker. */
@Injectable()
export class FoldDayFigures extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'fold-day-figures', everyMs: EVERY, here: runsTimers(config) }, clock);
  }

  async execute(_: Instant): Promise<void> {
    await this.uow.run(systemScope('fold-day-figures'), (tx) => tx.query('select fold_day_figures()'));
  }
}
