import { Injectable } from '@nestjs/common';
import { isRealPosition } from '../../../kernel/geo';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { UsersReader } from '../../identity/users.reader';
import { gridList, gridOf, postsIn } from './grid-list.view';
import type { GridAtQuery, GridPage, GridQuery, GridView, ResponsibleView } from './grid.dto';
import { gridView } from './grid.mapper';
import { GridsReader } from './grids.reader';

@Injectable()
export class FindGrids {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly grids: GridsReader,
    private readonly users: UsersReader,
  ) {}

  list({ caller, at }: Request, query: GridQuery): Promise<GridPage> {
    return this.uow.run(caller.scope, async (tx) => {
      const page = toPage(await gridList(tx, query), query.limit, ({ code }) => code);
      const posts = await postsIn(tx, page.items.map(({ code }) => code)); // prettier-ignore
      return { ...page, items: page.items.map((grid) => gridView(grid, posts, shanghaiDate(at))) };
    });
  }

  one({ caller, at }: Request, code: string): Promise<Result<GridView, Refusal>> {
    return this.uow.run(caller.scope, (tx) => this.show(tx, code, shanghaiDate(at)));
  }

  async show(tx: Tx, code: string, today: string): Promise<Result<GridView, Refusal>> {
    const grid = await gridOf(tx, code);
    return grid ? ok(gridView(grid, await postsIn(tx, [code]), today)) : refused(notFound('grid.not-found'));
  }

  /** Names only: how somebody is reached stands with the town. */
  at({ at }: Request, { regionCode, lat, lng }: GridAtQuery): Promise<ResponsibleView> {
    const given = lat === undefined || lng === undefined ? null : { lat, lng };
    const point = given && isRealPosition(given) ? given : null;
    return this.uow.run(systemScope('grid-of-place'), async (tx) => {
      const { by, grids, people } = await this.grids.responsibleFor(tx, { regionCode, point }, at);
      const named = await Promise.all(grids.map((code) => gridOf(tx, code)));
      const persons = await this.users.byIds(tx, people);
      return {
        by,
        grids: named.flatMap((grid) => (grid ? [{ code: grid.code, name: grid.name }] : [])),
        people: persons.map(({ id, name }) => ({ id, name })),
      };
    });
  }
}
