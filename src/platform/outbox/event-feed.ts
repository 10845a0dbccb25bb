import { Injectable, Logger } from '@nestjs/common';
import { SECOND, type Instant } from '../../kernel/time';
import { Metrics } from '../observability/metrics';
import { Clock } from '../time/clock';
import { Timed } from '../time/timed';
import { compareCursors, type Cursor } from './outbox.cursor';
import { OutboxReader } from './outbox.reader';
import type { StoredEvent } from './stored-event';

/** From what happened to everybody who listens here. Alarms alone have a name: labels stay few. */
const ALARM = 'violation.raised';
const DELAY_SECONDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60] as const;

const EVERY_MS = 50;
const AT_ONCE = 1_000;
/** The pause after a fault: asking twenty times a second does not bring the database back. */
const REST = SECOND;

export type EventListener = (event: StoredEvent) => void;

/** The one reader of the outbox in a process: hands each event, in order, to everyone who listens. */
@Injectable()
export class EventFeed extends Timed {
  private readonly logger = new Logger('events');
  private readonly listeners = new Set<EventListener>();
  private reached: Cursor | null = null;
  private restingUntil: Instant = 0;
  private readonly delay;

  constructor(
    private readonly outbox: OutboxReader,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    super({ name: 'event-feed', everyMs: EVERY_MS, here: true }, clock);
    this.delay = metrics.histogram(
      {
        name: 'hanan_event_delay_seconds',
        help: 'From what happened to those who listen; alarms are violations raised',
        labelNames: ['kind'],
      },
      DELAY_SECONDS,
    );
  }

  /** Everything up to here has been handed out; null while the outbox has never held an event. */
  get position(): Cursor | null {
    return this.reached;
  }

  /** From the next event on. Returns what ends it. */
  listen(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  override async onApplicationBootstrap(): Promise<void> {
    this.reached = await this.outbox.head();
    await super.onApplicationBootstrap();
  }

  async execute(at: Instant): Promise<void> {
    if (at < this.restingUntil) return;
    try {
      const events = await this.outbox.read({ after: this.reached, limit: AT_ONCE });
      events.forEach((event) => this.handOut(event));
      if (events.length === AT_ONCE) this.poke();
    } catch (fault) {
      this.restingUntil = at + REST;
      throw fault;
    }
  }

  private handOut(event: StoredEvent): void {
    this.reached = event.cursor;
    this.delay.observe({ kind: event.type === ALARM ? 'alarm' : 'other' }, (this.clock.now() - event.at) / SECOND);
    for (const listener of this.listeners) {
      try {
        listener(event);
      } catch (fault) {
        this.logger.error({ event: 'events.listener-failed', type: event.type, err: fault }); // the others still hear of it
      }
    }
  }
}

/** Whether a reader who has come to `reader` has seen all that a feed at `feed` has handed out. */
export const hasCaughtUp = (reader: Cursor | null, feed: Cursor | null): boolean =>
  feed === null || (reader !== null && compareCursors(reader, feed) >= 0);
