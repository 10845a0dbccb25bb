import { Injectable } from '@nestjs/common';
import { mayErase } from '../../../domain/privacy/erasure';
import { HOUR, type Instant } from '../../../kernel/time';
import { systemActor } from '../../../platform/auth/caller';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { ErasePerson } from './erase-person';
import { ErasureRequestStore } from './erasure-request.store';
import { ShowErasures } from './show-erasures';

const ERASER = systemActor('erasure');

/** Once an hour: approved requests whose day has come, and against which nothing stands. A case that was opened meanwhile holds one. */
@Injectable()
export class RunErasures extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly requests: ErasureRequestStore,
    private readonly shown: ShowErasures,
    private readonly erase: ErasePerson,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'erasures', everyMs: HOUR, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    const ids = await this.uow.run(systemScope('erasures'), (tx) => this.requests.approved(tx));
    for (const id of ids)
      await this.uow.run(systemScope('erasures'), async (tx) => {
        const request = await this.requests.lock(tx, id);
        if (request?.state !== 'approved') return; // another process was quicker
        if (mayErase(await this.shown.standingOf(tx, request, at))) await this.erase.execute(tx, request, ERASER, at);
      });
  }
}
