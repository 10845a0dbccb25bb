import { Injectable } from '@nestjs/common';
import { OFFICIALS } from '../../../domain/people/roles';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY, isoTime, shanghaiDate, type Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { toPage, type PageQuery } from '../../../platform/http/page';
import { Clock } from '../../../platform/time/clock';
import { UsersReader } from '../../identity/users.reader';
import { RulesReader } from '../../rules/rules.reader';
import { InspectionStore } from '../visits/inspection.store';
import { DrawPool } from './draw-pool.view';
import type { DrawPage, OfficerChoices, DrawView, RepeatView } from './draw.dto';
import { drawRow, drawView, withoutPairs } from './draw.mapper';
import { DrawStore, type StoredDraw } from './draw.store';
import { isInCharge } from './in-charge';

/** A draw as anybody reads it: firms, officers by their service names, hashes, values, seed and pairs. */
@Injectable()
export class FindDraws {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly pool: DrawPool,
    private readonly users: UsersReader,
    private readonly rules: RulesReader,
    private readonly inspections: InspectionStore,
    private readonly clock: Clock,
  ) {}

  list({ caller }: Request, query: PageQuery): Promise<DrawPage> {
    return this.uow.run(caller.scope, async (tx) => {
      const { items, nextCursor } = toPage(await this.draws.list(tx, query), query.limit, ({ id }) => id);
      return { items: items.map(drawRow), nextCursor };
    });
  }

  officers({ caller }: Request): Promise<OfficerChoices> {
    return this.uow.run(systemScope('inspection-officers'), async (tx) => ({
      items: await this.pool.officers(tx, caller.regionCode ?? '', OFFICIALS),
    }));
  }

  /** A firm does not learn in advance that it was drawn: until the visits are made, the pairs are for those in charge. */
  open(id: string, caller: Caller | null): Promise<Result<DrawView, Refusal>> {
    return this.uow.run(systemScope('published-draw'), async (tx): Promise<Result<DrawView, Refusal>> => {
      const draw = await this.draws.find(tx, id);
      if (!draw) return refused(notFound('draw.not-found'));
      const view = await this.show(tx, draw);
      const isTold = (caller && isInCharge(caller, draw.regionCode)) || !(await this.isUnderWay(tx, draw));
      return ok(isTold ? view : withoutPairs(view));
    });
  }

  private async isUnderWay(tx: Tx, { id, state, dueOn }: StoredDraw): Promise<boolean> {
    if (state !== 'drawn' || shanghaiDate(this.clock.now()) > dueOn) return false;
    return this.inspections.hasUnvisited(tx, id);
  }

  async show(tx: Tx, draw: StoredDraw): Promise<DrawView> {
    const commitments = await this.draws.commitments(tx, draw.id);
    const people = await this.users.byIds(tx, commitments.map(({ officerId }) => officerId)); // prettier-ignore
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return drawView(draw, commitments, names, await this.draws.voidBefore(tx, draw.id));
  }

  /** Rule `inspection.repeat-days`. */
  async repeats(tx: Tx, { list, regionCode }: StoredDraw, at: Instant): Promise<RepeatView[]> {
    const days = this.rules.book().value<number>('inspection.repeat-days', { regionCode }, at);
    const found = await this.pool.repeats(tx, list.targets.map(({ id }) => id), at - days * DAY); // prettier-ignore
    return found.map(({ lastAt, ...repeat }) => ({ ...repeat, lastAt: isoTime(lastAt) }));
  }
}
