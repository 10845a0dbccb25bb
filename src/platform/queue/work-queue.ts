import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { MINUTE, type Instant } from '../../kernel/time';
import { Config, runsTimers } from '../config/config';
import { Clock } from '../time/clock';
import { Timed } from '../time/timed';
import { QueueDatabase } from '../database/queue-database';

/** The queues that the migration has made, each with another for work that failed too often. */
export type QueueName = 'message-lanes' | 'exchange-lines';

export interface Work {
  readonly id: string;
  /** What is to be worked on. */
  readonly key: string;
}

/**
 * Work that exactly one process takes, and that another takes over where it dies: pg-boss in the platform's own database,
 * under the platform's own roles and pool (docs/adr/0034). It makes no tables, and nothing waits in it by its own clock.
 */
@Injectable()
export class WorkQueue extends Timed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('queue');
  private readonly boss: PgBoss;

  constructor(database: QueueDatabase, config: Config, clock: Clock) {
    super({ name: 'work-queue', everyMs: MINUTE, here: runsTimers(config) }, clock);
    this.boss = new PgBoss({
      db: database,
      migrate: false,
      supervise: false,
      schedule: false,
    });
    this.boss.on('error', (err) => this.logger.error({ event: 'queue.failed', err }));
  }

  override async onApplicationBootstrap(): Promise<void> {
    await this.boss.start(); // says so where its tables are of another version
    await super.onApplicationBootstrap();
  }

  override async beforeApplicationShutdown(): Promise<void> {
    await super.beforeApplicationShutdown();
    await this.boss.stop({ graceful: false });
  }

  /** What is offered twice before anybody took it is worked on once. */
  async offer(queue: QueueName, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.boss.insert(keys.map((key) => ({ name: queue, data: { key }, singletonKey: key })));
  }

  async take(queue: QueueName, most: number): Promise<Work[]> {
    const jobs = await this.boss.fetch<{ key: string }>(queue, { batchSize: most });
    return jobs.map(({ id, data }) => ({ id, key: data.key }));
  }

  async done(queue: QueueName, { id }: Work): Promise<void> {
    await this.boss.deleteJob(queue, id);
  }

  /** It is offered again, later each time; at last it lies among the dead. */
  async failed(queue: QueueName, { id }: Work, fault: unknown): Promise<void> {
    await this.boss.fail(queue, id, { message: String(fault) });
  }

  /** What a process that died had taken is free again. */
  async execute(_at: Instant): Promise<void> {
    await this.boss.maintain();
  }
}
