import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DAY, SECOND, type Instant } from '../../kernel/time';
import type { Caller } from '../auth/caller';
import { CallerDirectory } from '../auth/caller-directory';
import { Metrics } from '../observability/metrics';
import { Clock } from '../time/clock';
import { EventFeed, hasCaughtUp } from './event-feed';
import { EventStream } from './event-stream';
import { type Cursor, readCursor } from './outbox.cursor';
import { OutboxReader } from './outbox.reader';
import { mayHear, type StoredEvent } from './stored-event';

const BEAT_EVERY = 15 * SECOND;
const RESUMES_WITHIN = DAY;
const PAGE = 200;
/** A person has a few screens open; the oldest of more gives way. */
const MOST_OF_ONE_USER = 20;

/** Who asks to hear the news. */
export interface Hearer {
  readonly caller: Caller;
  /** A line does not outlive the token it was opened with. */
  readonly tokenExpiresAt: Instant;
  /** Where the hearer stopped last time. */
  readonly lastEventId?: string;
}

/** The open lines of this process: each hears what its person may hear, from where it stopped. */
@Injectable()
export class EventStreams implements BeforeApplicationShutdown {
  private readonly logger = new Logger('events');
  private readonly lines = new Map<EventStream, string>();

  constructor(
    private readonly feed: EventFeed,
    private readonly outbox: OutboxReader,
    private readonly callers: CallerDirectory,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    metrics.gauge('hanan_event_streams', 'Open event streams', () => this.lines.size);
  }

  async open(hearer: Hearer, reply: FastifyReply): Promise<void> {
    const line = new EventStream(reply);
    if (reply.request.method === 'HEAD') return line.end();
    this.admit(line, hearer.caller.userId);
    const person = this.watch(line, hearer);
    const tell = (event: StoredEvent): void => {
      if (mayHear(person.caller, event)) line.send(event);
    };
    try {
      await this.follow(line, await this.startOf(line, hearer.lastEventId), tell);
    } catch (fault) {
      this.logger.error({ event: 'events.stream-failed', err: fault });
      line.end(); // the hearer comes back and resumes
    }
  }

  /** At once: a stop must not wait for those who only listen. */
  beforeApplicationShutdown(): void {
    for (const line of this.lines.keys()) line.end();
  }

  private admit(line: EventStream, userId: string): void {
    const own = [...this.lines].filter(([, of]) => of === userId).map(([open]) => open);
    if (own.length >= MOST_OF_ONE_USER) own[0]?.end();
    this.lines.set(line, userId);
    void line.closed.then(() => this.lines.delete(line));
  }

  /** Beats while the line is open, and asks at each beat who the person is by now: who was shut out hears no more. */
  private watch(line: EventStream, { caller, tokenExpiresAt }: Hearer): { caller: Caller } {
    const person = { caller };
    const beat = setInterval(() => {
      line.beat();
      this.callers.find({ sessionId: '', ...caller }).then(
        (found) => (found ? (person.caller = found) : line.end()),
        () => undefined, // asked again at the next beat
      );
    }, BEAT_EVERY);
    const expiry = setTimeout(() => line.end(), Math.max(0, tokenExpiresAt - this.clock.now()));
    void line.closed.then(() => {
      clearInterval(beat);
      clearTimeout(expiry);
    });
    return person;
  }

  private async startOf(line: EventStream, lastEventId: string | undefined): Promise<Cursor | null> {
    const known = lastEventId ? await this.resumable(lastEventId) : null;
    if (known) return known;
    const now = this.feed.position;
    if (lastEventId) line.sendReset(now);
    else line.sendPosition(now);
    return now;
  }

  private async resumable(lastEventId: string): Promise<Cursor | null> {
    const cursor = readCursor(lastEventId);
    const at = cursor && (await this.outbox.timeOf(cursor));
    return at !== null && at >= this.clock.now() - RESUMES_WITHIN ? cursor : null;
  }

  /** Live while the hearer keeps up; one who falls behind reads from the outbox at his own pace until he has caught up. */
  private async follow(line: EventStream, start: Cursor | null, tell: (event: StoredEvent) => void): Promise<void> {
    let reached = start;
    while (line.isOpen) {
      await line.drained();
      // The look and the joining happen in one breath: nothing can be handed out between them.
      const isLive = hasCaughtUp(reached, this.feed.position);
      reached = await (isLive ? this.live(line, reached, tell) : this.readOn(reached, tell));
    }
  }

  private async readOn(reached: Cursor | null, tell: (event: StoredEvent) => void): Promise<Cursor | null> {
    const upTo = this.feed.position ?? undefined;
    const events = await this.outbox.read({ after: reached, upTo, limit: PAGE });
    events.forEach(tell);
    return events.length === PAGE ? (events[PAGE - 1]?.cursor ?? null) : (upTo ?? reached);
  }

  /** Until the line is full or over. */
  private live(line: EventStream, start: Cursor | null, tell: (event: StoredEvent) => void): Promise<Cursor | null> {
    return new Promise((done) => {
      let reached = start;
      const leave = (): void => {
        stop();
        done(reached);
      };
      const stop = this.feed.listen((event) => {
        reached = event.cursor;
        tell(event);
        if (!line.isFlowing) leave();
      });
      void line.closed.then(leave);
    });
  }
}
