import { Injectable } from '@nestjs/common';
import { afterLeaving } from '../../../domain/people/giving-roles';
import { hasRole, OF_AN_ENTERPRISE, type Role } from '../../../domain/people/roles';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { DutiesOfPeople } from '../duties.view';
import { NO_SEAT } from '../seat-holders';
import { Sessions } from '../sessions';
import { UserStore } from '../user.store';
import { UserViews } from '../user.mapper';
import { leaderRefusal, notYours } from './user-change-rules';
import type { LeaverView } from './user-change.dto';
import { type LockedUser, UserChangeStore } from './user-change.store';

/**
 * Somebody leaves an enterprise. Duties there end at once; what they signed stays theirs. An account of which nothing is
 * left is shut until its person is invited elsewhere.
 */
@Injectable()
export class LeaveEnterprise {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly changes: UserChangeStore,
    private readonly duties: DutiesOfPeople,
    private readonly sessions: Sessions,
    private readonly views: UserViews,
    private readonly journal: Journal,
  ) {}

  execute(request: Request, id: string): Promise<Result<LeaverView, Refusal>> {
    const { caller } = request;
    return this.uow.attempt(caller.scope, async (tx) => {
      const seen = await this.users.visible(tx, caller.scope, id);
      if (!seen) return refused(notFound('user.not-found'));
      const { enterpriseId } = seen;
      if (enterpriseId === null || !hasRole(seen, ...OF_AN_ENTERPRISE))
        return refused(conflict('user.in-no-enterprise'));
      const leaders = await this.changes.lockLeaders(tx, enterpriseId);
      const user = await this.changes.lock(tx, id);
      if (user?.enterpriseId !== enterpriseId) return refused(conflict('user.in-no-enterprise'));
      const refusal = (id === caller.userId ? null : notYours(caller, user)) ?? leaderRefusal(leaders, id);
      if (refusal) return refused(refusal);
      if (await this.duties.atWork(tx, id)) return refused(conflict('user.at-work'));
      return ok(await this.leave({ ...request, tx }, user, enterpriseId));
    });
  }

  private async leave(call: Call, user: LockedUser, enterpriseId: string): Promise<LeaverView> {
    const { tx, at, caller } = call;
    const { id } = user;
    const left = afterLeaving(user);
    const after: LockedUser = { ...user, ...left, enterpriseId: null, seat: NO_SEAT, version: user.version + 1 };
    await this.changes.save(tx, after);
    if (left === null) await this.changes.takeUp(tx, id, { disabledAt: at, leftAt: at });
    await this.sessions.endAllOf(tx, id, 'left-enterprise', at);
    const lost = user.roles.filter((role): role is Role => hasRole({ roles: [role] }, ...OF_AN_ENTERPRISE));
    const [emptySeats, openPermits] = [
      await this.emptyAfter(tx, lost, enterpriseId),
      await this.duties.openPermits(tx, id),
    ];
    this.journal.record(tx, caller, at, [
      {
        ...{ action: 'user.left-enterprise', entity: 'user', entityId: id, regionCode: user.regionCode },
        before: { roles: user.roles, enterpriseId },
        after: { roles: after.roles, shut: left === null, emptySeats },
      },
    ]);
    return {
      ...this.views.of({ ...after, disabledAt: left === null ? at : after.disabledAt }),
      emptySeats,
      openPermits,
    };
  }

  private async emptyAfter(tx: Tx, lost: readonly Role[], enterpriseId: string): Promise<string[]> {
    const empty: string[] = [];
    for (const role of lost)
      if ((await this.users.withRole(tx, role, enterpriseId, null)).length === 0) empty.push(role);
    return empty;
  }
}
