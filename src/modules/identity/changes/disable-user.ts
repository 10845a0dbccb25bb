import { Injectable } from '@nestjs/common';
import { hasRole, LEADERS } from '../../../domain/people/roles';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { DutiesOfPeople } from '../duties.view';
import { Sessions } from '../sessions';
import type { UserView } from '../user.dto';
import type { User } from '../user';
import { UserStore } from '../user.store';
import { UserViews } from '../user.mapper';
import { adminRefusal, leaderRefusal, notYours } from './user-change-rules';
import { UserChangeStore } from './user-change.store';

/** Shuts an account: its sessions and streams end at once. The last administrator stays, and the last leader of an enterprise. What the person did stays theirs. */
@Injectable()
export class DisableUser {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly changes: UserChangeStore,
    private readonly duties: DutiesOfPeople,
    private readonly sessions: Sessions,
    private readonly views: UserViews,
    private readonly journal: Journal,
  ) {}

  async execute({ caller, at }: Request, id: string): Promise<Result<UserView, Refusal>> {
    if (id === caller.userId) return refused(forbidden('user.cannot-disable-self'));
    return this.uow.run(caller.scope, async (tx) => {
      const user = await this.users.visible(tx, caller.scope, id);
      if (!user) return refused(notFound('user.not-found'));
      const refusal =
        notYours(caller, user) ?? (await this.lastOfAll(tx, caller, user)) ?? (await this.gridsLeft(tx, user, at));
      if (refusal) return refused(refusal);
      if (await this.users.disable(tx, id, at)) {
        await this.sessions.endAllOf(tx, id, 'user-disabled', at);
        this.journal.record(tx, caller, at, [
          { action: 'user.disabled', entity: 'user', entityId: id, regionCode: user.regionCode },
        ]);
      }
      return ok(this.views.of((await this.users.byId(tx, id)) ?? user));
    });
  }

  /** Whoever looks after grids is succeeded first: nothing is left lying. */
  private async gridsLeft(tx: Tx, { id }: User, at: Instant): Promise<Refusal | null> {
    const grids = await this.duties.openGrids(tx, id, shanghaiDate(at));
    return grids === 0 ? null : conflict('user.grids-left', { params: { open: grids }, extra: { grids } });
  }

  private async lastOfAll(tx: Tx, caller: Caller, { id, roles, enterpriseId }: User): Promise<Refusal | null> {
    const admin = hasRole({ roles }, 'admin') ? adminRefusal(caller, await this.changes.lockAdmins(tx), id) : null;
    if (admin || enterpriseId === null || !hasRole({ roles }, ...LEADERS)) return admin;
    return leaderRefusal(await this.changes.lockLeaders(tx, enterpriseId), id);
  }
}
