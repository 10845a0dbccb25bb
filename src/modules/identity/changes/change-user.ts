import { Injectable } from '@nestjs/common';
import { normalPhone } from '../../../kernel/phone';
import { hasRole, LEADERS } from '../../../domain/people/roles';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { versionStale } from '../../../platform/http/version';
import { AccountLinks } from '../account-links.view';
import { UserCallers } from '../user-callers';
import type { UserView } from '../user.dto';
import { PHONE_SEAL, UserViews } from '../user.mapper';
import type { User } from '../user';
import { UserStore } from '../user.store';
import { adminRefusal, changeRefusal, leaderRefusal, managerRefusal, seatAfter, stillLeads } from './user-change-rules';
import type { ChangeUserRequest } from './user-change.dto';
import { type LockedUser, UserChangeStore } from './user-change.store';

type Links = Pick<LockedUser, 'regionCode' | 'enterpriseId' | 'welderId'>;

/** A form about an account; `version` is the one that was read, null where none was said. New roles count with the next request. */
@Injectable()
export class ChangeUser {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly links: AccountLinks,
    private readonly changes: UserChangeStore,
    private readonly callers: UserCallers,
    private readonly views: UserViews,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  execute(
    request: Request,
    id: string,
    version: number | null,
    body: ChangeUserRequest,
  ): Promise<Result<UserView, Refusal>> {
    const { caller } = request;
    return this.uow.attempt(caller.scope, async (tx) => {
      const seen = await this.users.visible(tx, caller.scope, id);
      if (!seen) return refused(notFound('user.not-found'));
      const leaving = hasRole(seen, 'admin') && body.roles !== undefined && !hasRole({ roles: body.roles }, 'admin');
      const last = leaving ? adminRefusal(caller, await this.changes.lockAdmins(tx), id) : null;
      const leaders = await this.leadersAround(tx, seen);
      const before = await this.changes.lock(tx, id);
      if (!before) return refused(notFound('user.not-found'));
      const beyond = managerRefusal(caller, before, body);
      if (beyond) return refused(beyond);
      if (version !== null && version !== before.version) return refused(versionStale(before.version));
      const after = await this.apply({ ...request, tx }, before, body);
      if (!after.ok) return after;
      const leader = stillLeads(before, after.value) ? null : leaderRefusal(leaders, id);
      const refusal = changeRefusal(caller, before, after.value, this.phoneOf(after.value)) ?? last ?? leader;
      return refusal ? refused(refusal) : this.save({ ...request, tx }, before, after.value);
    });
  }

  /** Locked before the account, in one order with whoever disables or leaves. */
  private async leadersAround(tx: Tx, { roles, enterpriseId }: User): Promise<string[]> {
    return enterpriseId !== null && hasRole({ roles }, ...LEADERS) ? this.changes.lockLeaders(tx, enterpriseId) : [];
  }

  private async apply(call: Call, before: LockedUser, body: ChangeUserRequest): Promise<Result<LockedUser, Refusal>> {
    const phone = this.phoneAfter(before, body.phone);
    if (!phone) return refused(wrongField('phone', 'field.phone'));
    const links = await this.linksAfter(call.tx, before, body);
    if (!links.ok) return links;
    const { name = before.name, roles = before.roles, trades = before.trades } = body;
    const after = {
      ...before,
      ...phone,
      ...links.value,
      name: name.trim(),
      roles,
      trades,
      version: before.version + 1,
    };
    return ok({ ...after, seat: seatAfter(before, after, call.caller, call.at) });
  }

  /** Both links must lead somewhere. A person who moves to another enterprise belongs to its region. */
  private async linksAfter(tx: Tx, before: LockedUser, body: ChangeUserRequest): Promise<Result<Links, Refusal>> {
    const { enterpriseId = before.enterpriseId, welderId = before.welderId } = body;
    const enterprise = enterpriseId === null ? null : await this.links.homeOfEnterprise(tx, enterpriseId);
    if (enterprise === undefined) return refused(wrongField('enterpriseId', 'user.enterprise-unknown'));
    const welder = welderId === null ? null : await this.links.homeOfWelder(tx, welderId);
    if (welder === undefined) return refused(wrongField('welderId', 'user.welder-unknown'));
    const moved = enterpriseId !== before.enterpriseId || welderId !== before.welderId;
    const kept = body.regionCode === undefined && !moved ? before.regionCode : null;
    return ok({ enterpriseId, welderId, regionCode: body.regionCode ?? kept ?? enterprise ?? welder });
  }

  private phoneAfter(
    before: LockedUser,
    typed: string | null | undefined,
  ): Pick<LockedUser, 'phoneSealed' | 'phoneHash'> | null {
    if (typed === undefined) return { phoneSealed: before.phoneSealed, phoneHash: before.phoneHash };
    if (typed === null) return { phoneSealed: null, phoneHash: null };
    const phone = normalPhone(typed);
    return phone === null
      ? null
      : { phoneSealed: this.sealer.seal(PHONE_SEAL, phone), phoneHash: this.sealer.fingerprint(PHONE_SEAL, phone) };
  }

  private phoneOf({ phoneSealed }: LockedUser): string | null {
    return phoneSealed === null ? null : this.sealer.open(PHONE_SEAL, phoneSealed);
  }

  private async save(
    { tx, caller, at }: Call,
    before: LockedUser,
    after: LockedUser,
  ): Promise<Result<UserView, Refusal>> {
    const taken = await this.changes.save(tx, after);
    if (taken) return refused(conflict(`user.${taken}-taken`));
    this.journal.record(tx, caller, at, [
      {
        action: 'user.changed',
        entity: 'user',
        entityId: after.id,
        regionCode: after.regionCode,
        before: audited(before),
        after: { ...audited(after), phoneChanged: before.phoneHash !== after.phoneHash },
      },
    ]);
    tx.afterCommit(() => this.callers.forget(after.id));
    return ok(this.views.of(after));
  }
}

const audited = ({ name, roles, regionCode, enterpriseId, welderId, trades }: LockedUser) => ({
  name,
  roles,
  regionCode,
  enterpriseId,
  welderId,
  trades,
});
