import { Injectable } from '@nestjs/common';
import { MINUTE, type Instant } from '../../../kernel/time';
import { systemActor } from '../../../platform/auth/caller';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { SuspensionNews } from './suspension-news';
import { SuspensionStore } from './suspension.store';

const TIMER = systemActor('suspensions');

/** Once a minute: a suspension whose last day is over ends, also where an appeal was never answered. */
@Injectable()
export class EndSuspensions extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly suspensions: SuspensionStore,
    private readonly news: SuspensionNews,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'end-suspensions', everyMs: MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('end-suspensions'), async (tx) => {
      for (const suspension of await this.suspensions.over(tx, at)) {
        await this.suspensions.change(tx, suspension.id, { state: 'ended', closedAt: at });
        await this.suspensions.giveBack(tx, suspension.welderId);
        await this.news.tell({ tx, caller: TIMER, at }, suspension, 'ended', {});
      }
    });
  }
}
