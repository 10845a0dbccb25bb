import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DAY, HOUR } from '../../kernel/time';
import { Config, runsTimers } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Loop } from '../../platform/time/loop';
import { LoginCodeStore } from './login-code.store';
import { LoginFailureStore } from './login-failure.store';
import { SessionStore } from './session.store';

/** Drops what opens nothing and counts for nothing any more: used-up codes, forgotten failures, expired tokens. */
@Injectable()
export class IdentityPurge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop = new Loop('identity-purge', HOUR, () => this.execute());

  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: LoginCodeStore,
    private readonly failures: LoginFailureStore,
    private readonly sessions: SessionStore,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const at = this.clock.now();
    await this.uow.run(systemScope('identity-purge'), async (tx) => {
      await this.codes.purge(tx, at);
      await this.failures.purge(tx, at - DAY);
      await this.sessions.purge(tx, at);
    });
  }

  onApplicationBootstrap(): void {
    if (runsTimers(this.config)) this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}
