import { Injectable } from '@nestjs/common';
import { HOUR, type Instant } from '../../kernel/time';
import { Config, runsTimers } from '../config/config';
import { Clock } from '../time/clock';
import { Timed } from '../time/timed';
import { IdempotencyStore } from './idempotency.store';

/** Drops keys after a day: a client that has not asked again by then will not. */
@Injectable()
export class IdempotencyPurge extends Timed {
  constructor(
    private readonly store: IdempotencyStore,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'idempotency-purge', everyMs: HOUR, here: runsTimers(config) }, clock);
  }

  execute(at: Instant): Promise<void> {
    return this.store.purge(at);
  }
}
