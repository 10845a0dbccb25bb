import { Logger } from '@nestjs/common';
import { isDatabaseAway } from '../database/database-away';

/** A loop that fails again and again waits longer and longer, but not so long that a recovery goes unnoticed. */
const LONGEST_PAUSE_MS = 5_000;

/** Runs a task again and again, never two turns at once. A fault is logged and does not end it. */
export class Loop {
  private readonly logger = new Logger('loop');
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> | undefined;
  private running = false;
  private poked = false;
  private faults = 0;

  constructor(
    private readonly name: string,
    private readonly intervalMs: number,
    private readonly task: () => Promise<void>,
  ) {}

  start(): void {
    if (this.running) return;
    this.running = true;
    this.schedule(this.intervalMs);
  }

  /** Runs the task soon; during a turn, once more after it. Without effect on a loop that is not running. */
  poke(): void {
    if (!this.running) return;
    if (this.turn) this.poked = true;
    else if (this.faults === 0) this.schedule(0);
  }

  /** Awaits the running turn; none begins afterwards. */
  async stop(): Promise<void> {
    this.running = false;
    clearTimeout(this.timer);
    await this.turn;
  }

  private schedule(afterMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.turn = this.takeTurn();
    }, afterMs);
  }

  private async takeTurn(): Promise<void> {
    this.poked = false;
    try {
      await this.task();
      this.faults = 0;
    } catch (fault) {
      this.faults += 1;
      this.tell(fault);
    }
    this.turn = undefined;
    if (this.running) this.schedule(this.pause());
  }

  private pause(): number {
    if (this.faults === 0) return this.poked ? 0 : this.intervalMs;
    return Math.max(this.intervalMs, Math.min(this.intervalMs * 2 ** (this.faults - 1), LONGEST_PAUSE_MS));
  }

  /** Of a database that is away one line is enough: every loop meets it. */
  private tell(fault: unknown): void {
    if (!isDatabaseAway(fault)) this.logger.error({ event: 'loop.failed', loop: this.name, err: fault });
    else if (this.faults === 1) this.logger.warn({ event: 'loop.waits', loop: this.name, reason: String(fault) });
  }
}
