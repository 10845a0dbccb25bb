import { Logger } from '@nestjs/common';

/** Runs a task again and again, never two turns at once. A fault is logged and does not end it. */
export class Loop {
  private readonly logger = new Logger('loop');
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> | undefined;
  private running = false;
  private poked = false;

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
    else this.schedule(0);
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
    } catch (fault) {
      this.logger.error({ event: 'loop.failed', loop: this.name, err: fault });
    }
    this.turn = undefined;
    if (this.running) this.schedule(this.poked ? 0 : this.intervalMs);
  }
}
