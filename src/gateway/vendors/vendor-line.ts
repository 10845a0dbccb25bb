import type { PublishPacket } from 'aedes';
import type { Line } from '../sessions';

/** Hands one message to a vendor's cloud; rejects where the cloud does not take it. */
export type Deliver = (topic: string, message: unknown) => Promise<void>;

/** Messages that wait for a cloud that is slow; with more the line is closed, and all comes again after the next message of the chip. */
const MOST_WAITING = 64;

/** The way down to one chip through its vendor's cloud: one message after the other, so their order stays. */
export class VendorLine implements Line {
  closed = false;
  private waiting = 0;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly deliver: Deliver,
    private readonly ended: () => void,
  ) {}

  publish({ topic, payload }: Pick<PublishPacket, 'topic' | 'payload'>, done: () => void): void {
    if (this.closed || this.waiting >= MOST_WAITING) return this.close();
    this.waiting += 1;
    this.last = this.last
      .then(() => (this.closed ? undefined : this.deliver(topic, JSON.parse(payload.toString()))))
      .catch(() => this.close()) // the commands stand in the database, and go out when the cloud speaks again
      .finally(() => (this.waiting -= 1));
    done();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.ended();
  }
}
