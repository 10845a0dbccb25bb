import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import { PERMISSIONS, holds, type Permission } from './permissions';
import type { MeView, UserPage, UserQuery, UserView } from './user.dto';
import { UserStore } from './user.store';
import { UserViews } from './user.mapper';

@Injectable()
export class FindUsers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly users: UserStore,
    private readonly views: UserViews,
  ) {}

  async list({ caller }: Request, query: UserQuery): Promise<UserPage> {
    const rows = await this.uow.run(caller.scope, (tx) =>
      this.users.list(tx, caller.scope, { ...query, limit: query.limit + 1 }),
    );
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map((user) => this.views.of(user)) };
  }

  async one({ caller }: Request, id: string): Promise<Result<UserView, Refusal>> {
    const user = await this.uow.run(caller.scope, (tx) => this.users.visible(tx, caller.scope, id));
    return user ? ok(this.views.of(user)) : refused(notFound('user.not-found'));
  }

  async me(request: Request): Promise<Result<MeView, Refusal>> {
    const { caller } = request;
    const user = await this.one(request, caller.userId);
    return user.ok
      ? ok({
          user: user.value,
          permissions: permissionsOf(caller),
          mustChangePassword: caller.mustChangePassword ?? false,
          secondFactorDue: caller.secondFactorDue ?? false,
        })
      : user;
  }
}

const permissionsOf = ({ roles }: Caller): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => holds(roles, permission));
