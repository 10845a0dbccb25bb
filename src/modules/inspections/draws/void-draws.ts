import { Injectable } from '@nestjs/common';
import { SECOND, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { systemActor } from '../../../platform/auth/caller';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { unrevealed } from './draw.mapper';
import { DrawStore } from './draw.store';

/** A draw that was not revealed in time is void, and published as such with who did not reveal: nobody waits for a better seed. */
@Injectable()
export class VoidDraws extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly journal: Journal,
    config: Config,
    clock: Clock,
  ) {
    super({ name: 'void-draws', everyMs: 5 * SECOND, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('void-draws'), async (tx) => {
      for (const { id, regionCode } of await this.draws.lockOverdue(tx, at)) {
        await this.draws.change(tx, id, { state: 'void', settledAt: at });
        const notRevealed = unrevealed(await this.draws.commitments(tx, id));
        const after = { notRevealedBy: notRevealed.map(({ officerId }) => officerId) };
        this.journal.record(tx, systemActor('timer'), at, [
          { action: 'draw.void', entity: 'draw', entityId: id, regionCode, after },
        ]);
      }
    });
  }
}
