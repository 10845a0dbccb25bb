import { Injectable } from '@nestjs/common';
import { ERASED_KINDS, erasedBefore, type ErasedKind } from '../../../domain/privacy/retention';
import { HOUR, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { systemActor } from '../../../platform/auth/caller';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Ids } from '../../../platform/time/ids';
import { Timed } from '../../../platform/time/timed';
import { RulesReader } from '../../rules/rules.reader';
import { Erasers } from './erasers';
import { ErasureStore } from './erasure.store';

const AT_ONCE = 500;
/** An hour’s turn ends after so many batches of one kind; the next one goes on. */
const BATCHES = 200;
const RETENTION = systemActor('retention');

/** Once an hour: personal data whose time is over is erased, in batches, each with its line of how much it was. */
@Injectable()
export class RunRetention extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: RulesReader,
    private readonly erasers: Erasers,
    private readonly erasures: ErasureStore,
    private readonly journal: Journal,
    private readonly ids: Ids,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'retention', everyMs: HOUR, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    for (const kind of ERASED_KINDS) {
      const before = erasedBefore(kind, this.rules.book(), at);
      for (let n = 0; n < BATCHES && (await this.eraseSome(kind, before, at)) > 0; n += 1);
    }
  }

  private eraseSome(kind: ErasedKind, before: Instant, at: Instant): Promise<number> {
    return this.uow.run(systemScope('retention'), async (tx) => {
      const erased = await this.erasers.of[kind](tx, before, AT_ONCE, at);
      if (erased === 0) return 0;
      const id = this.ids.next(at);
      await this.erasures.insert(tx, { id, kind, beforeAt: before, erased, erasedAt: at });
      const entry = { action: 'personal-data.erased', entity: 'erasure', entityId: id, after: { kind, erased } };
      this.journal.record(tx, RETENTION, at, [entry]);
      return erased;
    });
  }
}
