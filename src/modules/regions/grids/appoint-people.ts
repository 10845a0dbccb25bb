import { Injectable } from '@nestjs/common';
import { mayServe, postFault } from '../../../domain/regions/grid';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { UsersReader } from '../../identity/users.reader';
import { FindGrids } from './find-grids';
import type { AppointRequest, GridView } from './grid.dto';
import { GridStore, type Grid, type GridPost } from './grid.store';

/** Who serves in a grid, from which day until which. */
@Injectable()
export class AppointPeople {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grids: GridStore,
    private readonly users: UsersReader,
    private readonly find: FindGrids,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  appoint(request: Request, code: string, body: AppointRequest): Promise<Result<GridView, Refusal>> {
    return this.inGrid(request, code, async (call, grid) => {
      const today = shanghaiDate(call.at);
      const { userId, duty, fromOn = today, untilOn = null } = body;
      const fault = postFault(fromOn, untilOn, today);
      if (fault) return refused(wrongField(fault === 'grid.post-in-the-past' ? 'fromOn' : 'untilOn', fault));
      const user = await this.users.activeById(call.tx, userId);
      if (!user || !mayServe(user, grid.regionCode)) return refused(wrongField('userId', 'grid.person-unfit'));
      const post = this.postOf(call, grid, { userId, duty, fromOn, untilOn });
      if (!(await this.grids.appoint(call.tx, post))) return refused(conflict('grid.post-taken'));
      this.record(call, 'grid.appointed', post, { userId, duty, fromOn, untilOn });
      return ok(null);
    });
  }

  end(request: Request, code: string, postId: string): Promise<Result<GridView, Refusal>> {
    return this.inGrid(request, code, async (call) => {
      const today = shanghaiDate(call.at);
      const post = (await this.grids.postsOf(call.tx, code)).find(({ id }) => id === postId);
      if (!post) return refused(notFound('grid.post-not-found'));
      if (post.untilOn !== null && post.untilOn <= today) return refused(conflict('grid.post-over'));
      await this.grids.end(call.tx, post, today);
      this.record(call, 'grid.released', post, { userId: post.userId, untilOn: today });
      return ok(null);
    });
  }

  /** All posts of one person go to another today; answers with the grids. A post that the successor holds already only ends. */
  async passOn(call: Call, fromUserId: string, toUserId: string): Promise<Result<string[], Refusal>> {
    const today = shanghaiDate(call.at);
    const successor = await this.users.activeById(call.tx, toUserId);
    const open = (await this.grids.postsOfPerson(call.tx, fromUserId)).filter(
      ({ untilOn }) => untilOn === null || untilOn > today,
    );
    for (const post of open) {
      const { regionCode, gridCode, duty, untilOn } = post;
      if (!reaches(call.caller.scope, { regionCode, enterpriseId: null })) return refused(notFound('grid.not-found'));
      if (!successor || !mayServe(successor, regionCode)) return refused(wrongField('toUserId', 'grid.person-unfit'));
      await this.grids.end(call.tx, post, today);
      const fromOn = post.fromOn > today ? post.fromOn : today;
      const next = this.postOf(call, { code: gridCode, regionCode }, { userId: toUserId, duty, fromOn, untilOn });
      await this.grids.appoint(call.tx, next);
      this.record(call, 'grid.passed-on', post, { from: fromUserId, to: toUserId, duty, fromOn, untilOn });
    }
    return ok(open.map(({ gridCode }) => gridCode));
  }

  private inGrid(
    request: Request,
    code: string,
    work: (call: Call, grid: Grid) => Promise<Result<null, Refusal>>,
  ): Promise<Result<GridView, Refusal>> {
    return this.uow.attempt(request.caller.scope, async (tx) => {
      const grid = await this.grids.lock(tx, code);
      if (!grid || !reaches(request.caller.scope, { regionCode: grid.regionCode, enterpriseId: null }))
        return refused(notFound('grid.not-found'));
      if (grid.closedAt !== null) return refused(conflict('grid.closed'));
      const done = await work({ ...request, tx }, grid);
      return done.ok ? this.find.show(tx, code, shanghaiDate(request.at)) : done;
    });
  }

  private postOf(
    { caller, at }: Call,
    { code, regionCode }: Pick<Grid, 'code' | 'regionCode'>,
    post: Pick<GridPost, 'userId' | 'duty' | 'fromOn' | 'untilOn'>,
  ): GridPost {
    return { id: this.ids.next(at), gridCode: code, regionCode, ...post, appointedBy: caller.userId, appointedAt: at };
  }

  private record({ tx, caller, at }: Call, action: string, { gridCode, regionCode }: GridPost, after: unknown): void {
    this.journal.record(tx, caller, at, [{ action, entity: 'grid', entityId: gridCode, regionCode, after }]);
  }
}
