import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DAY, HOUR } from '../../kernel/time';
import { Config, runsTimers } from '../config/config';
import { Clock } from '../time/clock';
import { Loop } from '../time/loop';
import { OutboxReader } from './outbox.reader';

/** The platform knows no rules, so this is its own figure: what `retention.outbox-days` says as it ships. */
const KEPT_FOR = 7 * DAY;

/** Drops events that every reader has had a week to take. */
@Injectable()
export class OutboxPurge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new Loop('outbox-purge', HOUR, () => this.execute());

  constructor(
    private readonly outbox: OutboxReader,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<void> {
    return this.outbox.purge(this.clock.now() - KEPT_FOR);
  }

  onApplicationBootstrap(): void {
    if (runsTimers(this.config)) this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}
