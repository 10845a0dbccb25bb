import { Injectable } from '@nestjs/common';
import { gapSince } from '../../domain/outages/outage';
import { MINUTE, SECOND, type Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import { Config, servesPeople } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Ids } from '../../platform/time/ids';
import { Timed } from '../../platform/time/timed';
import { RulesReader } from '../rules/rules.reader';
import { OutageStore } from './outage.store';

const EVERY = 30 * SECOND;
const PLATFORM = { userId: null, name: 'heartbeat', address: null };

/**
 * A sign of life in the database, by any process that answers people. A gap in them is an outage that the platform records
 * by itself: nobody could reach it, or it could not reach its database.
 */
@Injectable()
export class Heartbeat extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outages: OutageStore,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
    config: Config,
    clock: Clock,
  ) {
    super({ name: 'heartbeat', everyMs: EVERY, here: servesPeople(config) }, clock);
  }

  /** The first sign of life ends the gap before it: it does not wait for its turn. */
  override async onApplicationBootstrap(): Promise<void> {
    await super.onApplicationBootstrap();
    this.poke();
  }

  async execute(at: Instant): Promise<void> {
    const leastMs = this.rules.book().value<number>('outage.gap-minutes', {}, at) * MINUTE;
    await this.uow.run(systemScope('heartbeat'), async (tx) => {
      const gap = gapSince(await this.outages.beat(tx, at), at, leastMs);
      if (!gap) return;
      const outage = {
        id: this.ids.next(at),
        source: 'recorded',
        regionCode: '',
        open: false,
        reason: null,
        ...gap,
      } as const;
      await this.outages.insert(tx, outage, null, at);
      const { id: entityId, ...after } = outage;
      this.journal.record(tx, PLATFORM, at, [{ action: 'outage.recorded', entity: 'outage', entityId, after }]);
    });
  }
}
