import { Injectable } from '@nestjs/common';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { UserCallers } from '../user-callers';
import type { UserView } from '../user.dto';
import { UserStore } from '../user.store';
import { UserViews } from '../user.mapper';
import { notYours } from './user-change-rules';

/** Opens a shut account again; its person signs in anew. */
@Injectable()
export class EnableUser {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly callers: UserCallers,
    private readonly views: UserViews,
    private readonly journal: Journal,
  ) {}

  async execute({ caller, at }: Request, id: string): Promise<Result<UserView, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const user = await this.users.visible(tx, caller.scope, id);
      if (!user) return refused(notFound('user.not-found'));
      const refusal = notYours(caller, user);
      if (refusal) return refused(refusal);
      if (user.erasedAt !== null) return refused(conflict('user.erased'));
      if (await this.users.enable(tx, id)) {
        this.journal.record(tx, caller, at, [
          { action: 'user.enabled', entity: 'user', entityId: id, regionCode: user.regionCode },
        ]);
        tx.afterCommit(() => this.callers.forget(id));
      }
      return ok(this.views.of((await this.users.byId(tx, id)) ?? user));
    });
  }
}
