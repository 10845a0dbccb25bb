import { Injectable } from '@nestjs/common';
import { outboxKept } from '../../domain/privacy/retention';
import { HOUR, type Instant } from '../../kernel/time';
import { Config, runsTimers } from '../../platform/config/config';
import { OutboxReader } from '../../platform/outbox/outbox.reader';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';
import { RulesReader } from '../rules/rules.reader';

/** Drops events that every reader has had `retention.outbox-days` to take. It stands here because the platform knows no rules. */
@Injectable()
export class PurgeOutbox extends Timed {
  constructor(
    private readonly outbox: OutboxReader,
    private readonly rules: RulesReader,
    config: Config,
    clock: Clock,
  ) {
    super({ name: 'outbox-purge', everyMs: HOUR, here: runsTimers(config) }, clock);
  }

  execute(at: Instant): Promise<void> {
    const { before, atLast } = outboxKept(this.rules.book(), at);
    return this.outbox.purge(before, atLast);
  }
}
