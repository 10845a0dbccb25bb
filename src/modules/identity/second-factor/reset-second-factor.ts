import { Injectable } from '@nestjs/common';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { systemActor, type Actor } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Sessions } from '../sessions';
import type { User } from '../user';
import type { UserView } from '../user.dto';
import { UserViews } from '../user.mapper';
import { UserStore } from '../user.store';
import { SecondFactorStore } from './second-factor.store';

/** For somebody whose phone and recovery codes are gone. Their sessions end; the reason stands in the trail. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly store: SecondFactorStore,
    private readonly sessions: Sessions,
    private readonly views: UserViews,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Not one's own: a stolen access token must not be enough. */
  async execute({ caller, at }: Request, id: string, reason: string): Promise<Result<UserView, Refusal>> {
    if (id === caller.userId) return refused(forbidden('second-factor.reset-own'));
    return this.uow.run(systemScope('second-factor'), async (tx) => {
      const user = await this.users.visible(tx, caller.scope, id);
      if (!user) return refused(notFound('user.not-found'));
      const done = await this.reset(tx, user, { by: caller, reason, at });
      return done.ok ? ok(this.views.of(user)) : done;
    });
  }

  /** From the command line of the server: the way in for the last administrator. */
  async byOperator(username: string, reason: string): Promise<Result<true, Refusal>> {
    return this.uow.run(systemScope('second-factor'), async (tx) => {
      const found = await this.users.credentials(tx, username.toLowerCase(), null);
      if (!found) return refused(notFound('user.not-found'));
      return this.reset(tx, found.user, { by: systemActor('operator'), reason, at: this.clock.now() });
    });
  }

  private async reset(
    tx: Tx,
    { id, regionCode }: User,
    { by, reason, at }: { by: Actor; reason: string; at: Instant },
  ): Promise<Result<true, Refusal>> {
    if (!(await this.store.remove(tx, id))) return refused(conflict('second-factor.none'));
    await this.sessions.endAllOf(tx, id, 'second-factor-reset', at);
    this.journal.record(tx, by, at, [
      { action: 'second-factor.reset', entity: 'user', entityId: id, regionCode, after: { reason } },
    ]);
    return ok(true);
  }
}
