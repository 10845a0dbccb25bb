import { Injectable } from '@nestjs/common';
import { quarantineKeptMs, samplesKeptMs } from '../../domain/jobs/chip-limits';
import { DAY, HOUR, type Instant } from '../../kernel/time';
import { Config, runsTimers, talksWithChips } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';
import { RulesReader } from '../rules/rules.reader';
import { DayPartitions, dayOf } from './day-partitions';

/**
 * Drops samples, events and digests after `retention.samples-days` and what could not be read after
 * `retention.quarantine-days`; arcs and their verdicts stay. Makes the tables of the coming days ahead of their first message.
 */
@Injectable()
export class Retention extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly partitions: DayPartitions,
    private readonly rules: RulesReader,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super({ name: 'telemetry-retention', everyMs: HOUR, here: runsTimers(config) }, clock);
  }

  override async onApplicationBootstrap(): Promise<void> {
    if (talksWithChips(this.config)) await this.prepare(this.clock.now());
    await super.onApplicationBootstrap();
  }

  async execute(at: Instant): Promise<void> {
    const book = this.rules.book();
    const unreadableBefore = new Date(at - quarantineKeptMs(book, at));
    await this.partitions.drop(at - samplesKeptMs(book, at));
    await this.uow.run(systemScope('telemetry-retention'), async (tx) => {
      await tx.query('delete from quarantine where received_at < $1', [unreadableBefore]);
      await tx.query('delete from quarantine_hours where hour < $1', [unreadableBefore]);
    });
    await this.prepare(at);
  }

  private prepare(at: Instant): Promise<void> {
    return this.partitions.create([at - DAY, at, at + DAY].map(dayOf));
  }
}
