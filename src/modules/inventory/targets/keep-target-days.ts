import { Injectable } from '@nestjs/common';
import { MINUTE, shanghaiDate, type Instant } from '../../../kernel/time';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { CountTargets } from './count-targets';
import { TargetStore } from './target.store';
import { allOpenTargets } from './targets.view';

const EVERY = 10 * MINUTE;

/** Keeps what each day brought: counters say only what is there now. */
@Injectable()
export class KeepTargetDays extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly count: CountTargets,
    private readonly targets: TargetStore,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'keep-target-days', everyMs: EVERY, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    const today = shanghaiDate(at);
    await this.uow.run(systemScope('target-days'), async (tx) => {
      for (const target of await allOpenTargets(tx))
        await this.targets.keepDay(tx, target.id, today, await this.count.now(tx, target, today));
    });
  }
}
