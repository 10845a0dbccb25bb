import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DAY, SECOND, type Instant } from '../../kernel/time';
import { RefusalError, tooMany } from '../../kernel/refusal';
import type { Caller } from '../auth/caller';
import { CallerDirectory } from '../auth/caller-directory';
import { networkOf } from '../http/network';
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
const MOST_OF_ONE_USER = 10;
/** A town hall sits behind one address; what is more than that waits. */
const MOST_OF_ONE_ADDRESS = 200;
const RETRY_AFTER_SECONDS = 30;

interface Listening {
  readonly userId: string;
  readonly address: string;
  /** Reads again who the caller is and what they may see. */
  recheck(): void;
}

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
  private readonly lines = new Map<EventStream, Listening>();

  constructor(
    private readonly feed: EventFeed,
    private readonly outbox: OutboxReader,
    private readonly callers: CallerDirectory,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    callers.whenChanged((userId) => this.recheck(userId));
    metrics.gauge('hanan_event_streams', 'Open event streams', () => this.lines.size);
  }

  async open(hearer: Hearer, reply: FastifyReply): Promise<void> {
    const address = networkOf(hearer.caller.address ?? '');
    if (this.openOf((one) => one.address === address).length >= MOST_OF_ONE_ADDRESS)
      throw new RefusalError(tooMany('events.too-many', { extra: { retryAfter: RETRY_AFTER_SECONDS } }));
    const line = new EventStream(reply);
    if (reply.request.method === 'HEAD') return line.end();
    const person = this.watch(line, hearer);
    this.admit(line, { userId: hearer.caller.userId, address, recheck: person.recheck });
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

  /** Somebody was shut out or signed out: their lines end now, not at the next beat. */
  private recheck(userId: string): void {
    for (const one of this.lines.values()) if (one.userId === userId) one.recheck();
  }

  /** A line that was ended stays listed for a moment; it no longer counts. */
  private openOf(wanted: (one: Listening) => boolean): EventStream[] {
    return [...this.lines].filter(([line, one]) => line.isOpen && wanted(one)).map(([line]) => line);
  }

  private admit(line: EventStream, listening: Listening): void {
    const own = this.openOf(({ userId }) => userId === listening.userId);
    own.slice(0, Math.max(0, own.length + 1 - MOST_OF_ONE_USER)).forEach((oldest) => oldest.end());
    this.lines.set(line, listening);
    void line.closed.then(() => this.lines.delete(line));
  }

  /** Beats while the line is open, and asks at each beat who the person is by now: who was shut out hears no more. */
  private watch(line: EventStream, { caller, tokenExpiresAt }: Hearer): { caller: Caller; recheck: () => void } {
    const recheck = (): void => {
      this.callers.find({ sessionId: '', ...caller }).then(
        (found) => (found ? (person.caller = found) : line.end()),
        () => undefined, // asked again at the next beat
      );
    };
    const person = { caller, recheck };
    const beat = setInterval(() => {
      line.beat();
      recheck();
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
