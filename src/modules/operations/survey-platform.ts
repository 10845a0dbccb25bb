import { Injectable } from '@nestjs/common';
import { DAY, MINUTE, SECOND, type Instant } from '../../kernel/time';
import { Config, runsTimers } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { DatabaseServer } from '../../platform/database/server-state';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Metrics } from '../../platform/observability/metrics';
import { OutboxConsumers } from '../../platform/outbox/outbox-consumers';
import { queueStates } from '../../platform/queue/queue-states.view';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';
import { ChainState } from './chain-state';
import { chipCounts, messageCounts, partitions } from './operations.view';

/** Chips are counted one by one: of a million that takes seconds. */
const COUNTS_CHIPS_EVERY = 10 * MINUTE;

/**
 * Asks the database once in half a minute how the platform is, and keeps the answers for scrapes: these then cost nothing,
 * and several scrapers ask no more than one. While it fails, its own time stands still, and an alert tells.
 */
@Injectable()
export class SurveyPlatform extends Timed {
  private readonly figures;
  private chipsCountedAt: Instant = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly consumers: OutboxConsumers,
    private readonly chain: ChainState,
    private readonly server: DatabaseServer,
    clock: Clock,
    metrics: Metrics,
    config: Config,
  ) {
    super({ name: 'survey', everyMs: 30 * SECOND, here: runsTimers(config) }, clock);
    this.figures = figuresOf(metrics);
  }

  override async onApplicationBootstrap(): Promise<void> {
    await super.onApplicationBootstrap();
    this.poke();
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('survey'), (tx) => this.askTables(tx, at));
    await this.askServer();
    this.figures.surveyed.set(at / SECOND);
  }

  private async askTables(tx: Tx, at: Instant): Promise<void> {
    const { figures } = this;
    const chain = await this.chain.read(tx);
    figures.unsealed.set(chain.unsealed);
    if (chain.sealedAt !== null) figures.sealed.set(Date.parse(chain.sealedAt) / SECOND);
    for (const { name, oldestAt } of await this.consumers.lags(tx))
      figures.consumers.set({ consumer: name }, oldestAt === null ? 0 : (at - oldestAt) / SECOND);
    for (const { name, waiting, active, failed } of await queueStates(tx))
      for (const [state, count] of Object.entries({ waiting, active, failed }))
        figures.queues.set({ queue: name, state }, count);
    const { oldestDueAt, ...messages } = await messageCounts(tx, at);
    for (const [state, count] of Object.entries(messages)) figures.messages.set({ state }, count);
    figures.overdue.set(oldestDueAt === null ? 0 : (at - oldestDueAt) / SECOND);
    for (const { table, newest } of await partitions(tx))
      figures.partitions.set({ table }, Math.floor((Date.parse(newest) - at) / DAY) + 1);
    if (at - this.chipsCountedAt < COUNTS_CHIPS_EVERY) return;
    figures.chips.reset();
    for (const { state, count } of await chipCounts(tx, at)) figures.chips.set({ state }, count);
    this.chipsCountedAt = at;
  }

  private async askServer(): Promise<void> {
    const { offsetSeconds, oldestSeconds, bytes } = await this.server.read();
    this.figures.offset.set(offsetSeconds);
    this.figures.oldest.set(oldestSeconds);
    this.figures.bytes.set(bytes);
  }
}

/** One line a figure: `docs/operations/service-levels.md` says what each is for. */
function figuresOf(metrics: Metrics) {
  return {
    surveyed: metrics.table({ name: 'hanan_surveyed_timestamp_seconds', help: 'When these figures were last asked for' }),
    unsealed: metrics.table({ name: 'hanan_audit_unsealed_entries', help: 'Audit entries that are in no block yet' }),
    sealed: metrics.table({ name: 'hanan_audit_sealed_timestamp_seconds', help: 'When the newest audit block was made' }),
    consumers: metrics.table({ name: 'hanan_outbox_consumer_lag_seconds', help: 'Age of the oldest event that a consumer has not taken', labelNames: ['consumer'] }),
    queues: metrics.table({ name: 'hanan_queue_jobs', help: 'Work in the queues', labelNames: ['queue', 'state'] }),
    messages: metrics.table({ name: 'hanan_messages', help: 'Messages to people and systems that are not delivered', labelNames: ['state'] }),
    overdue: metrics.table({ name: 'hanan_messages_overdue_seconds', help: 'Since when the oldest message is due' }),
    partitions: metrics.table({ name: 'hanan_partitions_ahead_days', help: 'Days after today that have their tables', labelNames: ['table'] }),
    chips: metrics.table({ name: 'hanan_chips', help: 'Chips by where they stand', labelNames: ['state'] }),
    offset: metrics.table({ name: 'hanan_clock_offset_seconds', help: 'The clock of the database less the clock of this machine' }),
    oldest: metrics.table({ name: 'hanan_oldest_transaction_seconds', help: 'Age of the oldest open transaction that has written' }),
    bytes: metrics.table({ name: 'hanan_database_size_bytes', help: 'Size of the database' }),
  }; // prettier-ignore
}
