import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Clock } from './clock';
import { Loop } from './loop';

export interface Timing {
  /** For the log. */
  readonly name: string;
  readonly everyMs: number;
  /** False if another process of the same house does this work: `runsTimers(config)`. */
  readonly here: boolean;
}

/** Work that is done again and again, from the start of the process to its end. */
export abstract class Timed implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: Loop;

  constructor(
    private readonly timing: Timing,
    clock: Clock,
  ) {
    this.loop = new Loop(timing.name, timing.everyMs, () => this.execute(clock.now()));
  }

  /** One turn. A fault is logged, and the next turn comes all the same. */
  abstract execute(at: Instant): Promise<void>;

  onApplicationBootstrap(): void | Promise<void> {
    if (this.timing.here) this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** Asks for a turn soon, or for one more after the running one. */
  protected poke(): void {
    this.loop.poke();
  }
}
