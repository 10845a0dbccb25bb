import { Injectable } from '@nestjs/common';
import type { ChipMessage } from '../modules/telemetry/chip-message';
import type { Raw } from './decode';
import { GatewayMetrics } from './gateway-metrics';

/** A decoded message with the bytes it came from. */
export interface Taken {
  readonly raw: Raw;
  readonly message: ChipMessage;
}

export interface IntakeLimits {
  readonly messages: number;
  readonly bytes: number;
  /** Messages, and samples and events together, of one batch. */
  readonly batch: number;
  readonly batchRows: number;
  /** How long the first message of a small batch waits for company. */
  readonly lingerMs: number;
}

const LIMITS: IntakeLimits = {
  messages: 20_000,
  bytes: 32 * 1_024 * 1_024,
  batch: 1_000,
  batchRows: 10_000,
  lingerMs: 5,
};

/** With so many together nobody needs to wait for more. */
const ENOUGH = 100;

/**
 * The queue between broker and database. When it is full, whoever brings a message waits: the broker then reads no further
 * from that chip, and TCP makes the chip wait, too. Nothing is dropped.
 */
@Injectable()
export class Intake {
  private queue: Taken[] = [];
  private bytes = 0;
  private readonly atTheDoor: { readonly taken: Taken; readonly admitted: () => void }[] = [];
  private wake: (() => void) | undefined;
  private closed = false;
  private readonly limits: IntakeLimits = LIMITS;

  constructor(metrics: GatewayMetrics) {
    metrics.watch('hanan_ingest_queue_length', 'Messages waiting to be stored', () => this.length);
  }

  get length(): number {
    return this.queue.length;
  }

  /** `admitted` is called at once where there is room, otherwise as soon as there is; never after `close`. */
  bring(taken: Taken, admitted: () => void): void {
    if (this.closed) return;
    if (this.isFull() || this.atTheDoor.length > 0) this.atTheDoor.push({ taken, admitted });
    else this.admit(taken, admitted);
  }

  /** The next batch in the order of arrival; empty only once the intake is closed and nothing is left. */
  async next(): Promise<Taken[]> {
    if (this.queue.length === 0 && !this.closed) await new Promise<void>((resolve) => (this.wake = resolve));
    if (this.queue.length < ENOUGH && !this.closed)
      await new Promise((resolve) => setTimeout(resolve, this.limits.lingerMs));
    const batch = this.cut();
    this.letIn();
    return batch;
  }

  /** Takes in nothing more. Who waits at the door is left without an answer, and sends again. */
  close(): void {
    this.closed = true;
    this.atTheDoor.length = 0;
    this.wake?.();
  }

  private isFull(): boolean {
    return this.queue.length >= this.limits.messages || this.bytes >= this.limits.bytes;
  }

  private admit(taken: Taken, admitted: () => void): void {
    this.queue.push(taken);
    this.bytes += taken.raw.payload.length;
    this.wake?.();
    this.wake = undefined;
    admitted();
  }

  private cut(): Taken[] {
    let rows = 0;
    let count = 0;
    for (const taken of this.queue) {
      rows += rowsOf(taken.message);
      if (count > 0 && (count >= this.limits.batch || rows > this.limits.batchRows)) break;
      count += 1;
      this.bytes -= taken.raw.payload.length;
    }
    return this.queue.splice(0, count);
  }

  private letIn(): void {
    while (this.atTheDoor.length > 0 && !this.isFull()) {
      const { taken, admitted } = this.atTheDoor.shift()!;
      this.admit(taken, admitted);
    }
  }
}

const rowsOf = (message: ChipMessage): number =>
  message.type === 'samples' ? message.samples.length : message.type === 'events' ? message.events.length : 1;
