import { Injectable } from '@nestjs/common';
import { DAY, HOUR, type Instant } from '../../kernel/time';
import { Config, runsTimers } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { TextAllowance } from '../../platform/messaging/text-allowance';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';
import { LoginCodeStore } from './login-code.store';
import { LoginFailureStore } from './login-failure.store';
import { SessionStore } from './session.store';

/** Drops what opens nothing and counts for nothing any more: used-up codes, forgotten failures, expired tokens. */
@Injectable()
export class IdentityPurge extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: LoginCodeStore,
    private readonly failures: LoginFailureStore,
    private readonly sessions: SessionStore,
    private readonly texts: TextAllowance,
    config: Config,
    clock: Clock,
  ) {
    super({ name: 'identity-purge', everyMs: HOUR, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('identity-purge'), async (tx) => {
      await this.codes.purge(tx, at);
      await this.failures.purge(tx, at - DAY);
      await this.sessions.purge(tx, at);
      await this.texts.purge(tx, at);
    });
  }
}
