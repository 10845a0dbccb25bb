import { Injectable } from '@nestjs/common';
import { ChipLines, isUrgent } from './chip-lines';
import { GatewayMetrics } from './gateway-metrics';
import type { Taken } from './taken';

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

/** A batch of this size is handed on without waiting for more. */
const ENOUGH = 100;

interface AtTheDoor {
  readonly taken: Taken;
  readonly admitted: () => void;
}

/**
 * The queue between broker and database. Replies, events and births pass before samples. When it is full, whoever brings a
 * message waits: the broker then reads no further from that chip, and TCP makes the chip wait, too. Nothing is dropped.
 */
@Injectable()
export class Intake {
  private readonly lines = new ChipLines();
  private bytes = 0;
  /** Who waits to be let in: with something urgent, and without. */
  private readonly doors: readonly [AtTheDoor[], AtTheDoor[]] = [[], []];
  private waiting: (() => void)[] = [];
  private closed = false;
  private readonly limits: IntakeLimits = LIMITS;

  constructor(metrics: GatewayMetrics) {
    metrics.watch('hanan_ingest_queue_length', 'Messages waiting to be stored', () => this.length);
  }

  get length(): number {
    return this.lines.length;
  }

  /** `admitted` is called at once where there is room, otherwise as soon as there is; never after `close`. */
  bring(taken: Taken, admitted: () => void): void {
    if (this.closed) return;
    const door = this.doors[isUrgent(taken) ? 0 : 1];
    if (this.isFull() || door.length > 0) door.push({ taken, admitted });
    else this.admit(taken, admitted);
  }

  /**
   * The next batch, what is urgent first; empty only once the intake is closed and nothing is left. Batches that are under
   * way together hold different chips. `urgentOnly`: nothing but the lines in which something urgent waits.
   */
  async next(urgentOnly = false): Promise<Taken[]> {
    while (!this.lines.waits(urgentOnly)) {
      if (this.closed && (urgentOnly || this.lines.length === 0)) return [];
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    if (this.lines.length < ENOUGH && !this.closed)
      await new Promise((resolve) => setTimeout(resolve, this.limits.lingerMs));
    const batch = this.lines.take({ messages: this.limits.batch, rows: this.limits.batchRows }, urgentOnly);
    for (const { raw } of batch) this.bytes -= raw.payload.length;
    this.letIn();
    return batch.length > 0 ? batch : this.next(urgentOnly); // another was quicker while this one lingered
  }

  /** A batch is stored or given up: its chips may go on. */
  done(batch: readonly Taken[]): void {
    this.lines.release(batch);
    this.wake();
  }

  /** Takes in nothing more. Who waits at the door is left without an answer, and sends again. */
  close(): void {
    this.closed = true;
    for (const door of this.doors) door.length = 0;
    this.wake();
  }

  private isFull(): boolean {
    return this.lines.length >= this.limits.messages || this.bytes >= this.limits.bytes;
  }

  private admit(taken: Taken, admitted: () => void): void {
    this.lines.push(taken);
    this.bytes += taken.raw.payload.length;
    if (this.waiting.length > 0) this.wake();
    admitted();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  private letIn(): void {
    for (const door of this.doors)
      while (door.length > 0 && !this.isFull()) {
        const { taken, admitted } = door.shift()!;
        this.admit(taken, admitted);
      }
  }
}
