import { Injectable } from '@nestjs/common';
import type { Request } from '../../../../platform/auth/request';
import { systemScope } from '../../../../platform/database/scope';
import { UnitOfWork } from '../../../../platform/database/unit-of-work';
import { toPage } from '../../../../platform/http/page';
import { mineOf, reachOf, type Reach } from './list-reach.view';
import { PermitIds, type IdQuery } from './permit-ids.view';
import { PermitItems } from './permit-items.view';
import type { PermitItemPage, PermitItemView } from '../permit-list.dto';
import type { PermitFilterQuery } from '../permit-query.dto';
import { SignaturesDue } from '../../../permits/people/signatures-due.view';

/** Pages of permits, newest first. Which ones is a question to the caller's scope, what they look like to the system's. */
@Injectable()
export class FindPermits {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ids: PermitIds,
    private readonly items: PermitItems,
    private readonly signaturesDue: SignaturesDue,
  ) {}

  async list(request: Request, query: PermitFilterQuery): Promise<PermitItemPage> {
    return this.page(request, await this.reach(request, query.mine), toIdQuery(query));
  }

  /** All permits that the caller may see, or only those that concern them in person. */
  async reach(request: Request, mine: boolean | undefined): Promise<Reach> {
    if (!mine) return reachOf(request.caller);
    return mineOf(request.caller, await this.signaturesDue.of(request));
  }

  async page(request: Request, reach: Reach, query: IdQuery): Promise<PermitItemPage> {
    const [page] = await this.pages(request, reach, [query]);
    return page ?? { items: [], nextCursor: null };
  }

  /** Several lists at one time, in two transactions however many they are. */
  async pages(request: Request, reach: Reach, queries: readonly IdQuery[]): Promise<PermitItemPage[]> {
    const pages = await this.uow.run(reach.scope, (tx) =>
      Promise.all(
        queries.map(async (query) =>
          toPage(await this.ids.find(tx, reach, query, request.at), query.limit, (id) => id),
        ),
      ),
    );
    const items = await this.load(request, [...new Set(pages.flatMap((page) => page.items))]);
    const byId = new Map(items.map((item) => [item.id, item]));
    return pages.map(({ items: ids, nextCursor }) => ({ items: ids.flatMap((id) => byId.get(id) ?? []), nextCursor }));
  }

  private load(request: Request, ids: readonly string[]): Promise<PermitItemView[]> {
    return this.uow.run(systemScope('permit-items'), (tx) => this.items.load({ ...request, tx }, ids));
  }
}

/** The query as its fields are asked of the database. */
export const toIdQuery = (query: PermitFilterQuery): IdQuery => ({
  states: query.state,
  regime: query.regime,
  regionCode: query.regionCode,
  enterpriseId: query.enterpriseId,
  from: query.from === undefined ? undefined : Date.parse(query.from),
  to: query.to === undefined ? undefined : Date.parse(query.to),
  q: query.q,
  cursor: query.cursor,
  limit: query.limit,
});
