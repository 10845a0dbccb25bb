import { Injectable } from '@nestjs/common';
import { DAY, HOUR, type Instant } from '../../kernel/time';
import { Config, runsTimers } from '../config/config';
import { Clock } from '../time/clock';
import { Timed } from '../time/timed';
import { OutboxReader } from './outbox.reader';

/** The platform knows no rules, so this is its own figure: what `retention.outbox-days` says as it ships. */
const KEPT_FOR = 7 * DAY;
const KEPT_AT_MOST = 28 * DAY;

/** Drops events that every reader has had a week to take. */
@Injectable()
export class OutboxPurge extends Timed {
  constructor(
    private readonly outbox: OutboxReader,
    config: Config,
    clock: Clock,
  ) {
    super({ name: 'outbox-purge', everyMs: HOUR, here: runsTimers(config) }, clock);
  }

  execute(at: Instant): Promise<void> {
    return this.outbox.purge(at - KEPT_FOR, at - KEPT_AT_MOST);
  }
}
