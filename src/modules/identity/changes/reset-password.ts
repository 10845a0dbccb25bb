import { Injectable } from '@nestjs/common';
import { forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PasswordHasher } from '../password-hasher';
import { Sessions } from '../sessions';
import { newPassword } from '../passwords/new-password';
import { UserStore } from '../user.store';
import { UserViews } from '../user.mapper';
import { notYours, seatKnownTo } from './user-change-rules';
import type { PasswordGiven } from './user-change.dto';
import { UserChangeStore } from './user-change.store';

/** Copied from a screen once, and changed at the first sign-in. */
const GROUPS = 3;

/**
 * A manager gives someone a new password; sessions under the old one end. It is temporary:
 * two people know it, so a session opened with it can only change it.
 */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly changes: UserChangeStore,
    private readonly sessions: Sessions,
    private readonly passwords: PasswordHasher,
    private readonly views: UserViews,
    private readonly journal: Journal,
  ) {}

  /** Not one's own: a stolen access token must not be enough to take an account over. */
  async execute({ caller, at }: Request, id: string, given?: string): Promise<Result<PasswordGiven, Refusal>> {
    if (id === caller.userId) return refused(forbidden('user.reset-own-password'));
    const named = await this.uow.run(caller.scope, (tx) => this.users.visible(tx, caller.scope, id));
    if (!named) return refused(notFound('user.not-found'));
    const refusal = notYours(caller, named);
    if (refusal) return refused(refusal);
    const weakness = given === undefined ? null : await this.passwords.weakness(given, [named.username]);
    if (weakness) return refused(wrongField('password', weakness));
    const password = given ?? newPassword(GROUPS);
    const passwordHash = await this.passwords.hash(password);
    return this.uow.run(caller.scope, async (tx) => {
      const user = await this.users.visible(tx, caller.scope, id);
      if (!user) return refused(notFound('user.not-found'));
      await this.users.setPassword(tx, id, passwordHash, true);
      const seat = seatKnownTo(caller, user, at);
      if (seat !== user.seat) await this.changes.seat(tx, id, seat);
      await this.sessions.endAllOf(tx, id, 'password-reset', at);
      this.journal.record(tx, caller, at, [
        { action: 'user.password-reset', entity: 'user', entityId: id, regionCode: user.regionCode },
      ]);
      const view = this.views.of({ ...user, seat, passwordTemporary: true, version: user.version + 1 });
      return ok({ ...view, temporaryPassword: given === undefined ? password : null });
    });
  }
}
