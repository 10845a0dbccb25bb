import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SECOND, type Instant } from '../../kernel/time';
import { Clock } from '../time/clock';
import { Loop } from '../time/loop';
import { compareCursors, type Cursor } from './outbox.cursor';
import { OutboxReader } from './outbox.reader';
import type { StoredEvent } from './stored-event';

const EVERY_MS = 50;
const AT_ONCE = 1_000;
/** After a fault: the database is away, and asking it twenty times a second brings it back no sooner. */
const REST = SECOND;

export type EventListener = (event: StoredEvent) => void;

/** The one reader of the outbox in a process: hands each event, in order, to everyone who listens. */
@Injectable()
export class EventFeed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('events');
  private readonly listeners = new Set<EventListener>();
  private readonly loop = new Loop('event-feed', EVERY_MS, () => this.turn());
  private reached: Cursor | null = null;
  private restingUntil: Instant = 0;

  constructor(
    private readonly outbox: OutboxReader,
    private readonly clock: Clock,
  ) {}

  /** Everything up to here has been handed out; null while the outbox has never held an event. */
  get position(): Cursor | null {
    return this.reached;
  }

  /** From the next event on. Returns what ends it. */
  listen(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.reached = await this.outbox.head();
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  private async turn(): Promise<void> {
    const at = this.clock.now();
    if (at < this.restingUntil) return;
    try {
      const events = await this.outbox.read({ after: this.reached, limit: AT_ONCE });
      events.forEach((event) => this.handOut(event));
      if (events.length === AT_ONCE) this.loop.poke();
    } catch (fault) {
      this.restingUntil = at + REST;
      throw fault;
    }
  }

  private handOut(event: StoredEvent): void {
    this.reached = event.cursor;
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
