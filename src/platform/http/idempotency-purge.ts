import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HOUR } from '../../kernel/time';
import { Config, runsTimers } from '../config/config';
import { Clock } from '../time/clock';
import { Loop } from '../time/loop';
import { IdempotencyStore } from './idempotency.store';

/** Drops keys after a day: a client that has not asked again by then will not. */
@Injectable()
export class IdempotencyPurge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new Loop('idempotency-purge', HOUR, () => this.store.purge(this.clock.now()));

  constructor(
    private readonly store: IdempotencyStore,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (runsTimers(this.config)) this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}
