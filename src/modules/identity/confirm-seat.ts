import { Injectable } from '@nestjs/common';
import { readIdentityNumber } from '../../domain/registry/numbers/identity-number';
import { conflict, notFound, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Request } from '../../platform/auth/request';
import { Sealer } from '../../platform/database/sealer';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { AccountLinks } from './account-links.view';
import { IDENTITY_SEAL, type Seat } from './seat-holders';
import { UserCallers } from './user-callers';
import type { ConfirmSeatRequest, UserView } from './user.dto';
import { UserViews } from './user.mapper';
import { UserStore } from './user.store';

/** An official saw the identity card of somebody who signs for an enterprise. One identity has one account. */
@Injectable()
export class ConfirmSeat {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly links: AccountLinks,
    private readonly callers: UserCallers,
    private readonly views: UserViews,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  async execute(
    { caller, at }: Request,
    id: string,
    { idNumber }: ConfirmSeatRequest,
  ): Promise<Result<UserView, Refusal>> {
    const read = readIdentityNumber(idNumber, at);
    if (!read.ok) return refused(wrongField('idNumber', read.refusal));
    const identity = this.sealer.fingerprint(IDENTITY_SEAL, read.value.value);
    return this.uow.run(caller.scope, async (tx) => {
      const user = await this.users.visible(tx, caller.scope, id);
      if (!user) return refused(notFound('user.not-found'));
      if (user.seat.waitingSince === null) return refused(conflict('user.seat-not-waiting'));
      const given = await this.users.identityHash(tx, id);
      if (given !== null && given !== identity) return refused(wrongField('idNumber', 'user.identity-differs'));
      if (await this.links.identityTaken(tx, id, identity)) return refused(conflict('user.identity-taken'));
      const seat: Seat = { waitingSince: null, confirmedAt: at, confirmedBy: caller.userId, source: 'confirmed' };
      const sealed = this.sealer.seal(IDENTITY_SEAL, read.value.value);
      if (!(await this.users.confirmSeat(tx, id, seat, { hash: identity, sealed })))
        return refused(conflict('user.seat-not-waiting'));
      this.journal.record(tx, caller, at, [
        {
          action: 'user.seat-confirmed',
          entity: 'user',
          entityId: id,
          regionCode: user.regionCode,
          after: { roles: user.roles, enterpriseId: user.enterpriseId },
        },
      ]);
      tx.afterCommit(() => this.callers.forget(id));
      return ok(this.views.of({ ...user, seat, version: user.version + 1 }));
    });
  }
}
