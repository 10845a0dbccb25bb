import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import type { Language } from '../../../platform/i18n/texts';
import { Clock } from '../../../platform/time/clock';
import { mineOf, reachOf, type Reach } from './list-reach';
import { PermitIds, type IdQuery } from './permit-ids.view';
import { PermitItems } from './permit-items.view';
import type { PermitItemPage, PermitItemView } from './permit-list.dto';
import type { PermitFilterQuery } from './permit-query.dto';
import { SignaturesDue } from './signatures-due.view';

/** Pages of permits, newest first. Which ones is a question to the caller's scope, what they look like to the system's. */
@Injectable()
export class FindPermits {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ids: PermitIds,
    private readonly items: PermitItems,
    private readonly signaturesDue: SignaturesDue,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, query: PermitFilterQuery, language: Language): Promise<PermitItemPage> {
    const at = this.clock.now();
    return this.page(await this.reach(caller, query.mine, at), toIdQuery(query), language, at);
  }

  /** Whose eyes: all that the caller sees, or only what concerns them in person. */
  async reach(caller: Caller, mine: boolean | undefined, at: Instant): Promise<Reach> {
    if (!mine) return reachOf(caller);
    return mineOf(caller, await this.signaturesDue.of(caller, at));
  }

  async page(reach: Reach, query: IdQuery, language: Language, at: Instant): Promise<PermitItemPage> {
    const [page] = await this.pages(reach, [query], language, at);
    return page ?? { items: [], nextCursor: null };
  }

  /** Several lists at one time, in two transactions however many they are. */
  async pages(reach: Reach, queries: readonly IdQuery[], language: Language, at: Instant): Promise<PermitItemPage[]> {
    const pages = await this.uow.run(reach.scope, (tx) =>
      Promise.all(
        queries.map(async (query) => toPage(await this.ids.find(tx, reach, query, at), query.limit, (id) => id)),
      ),
    );
    const items = await this.load([...new Set(pages.flatMap((page) => page.items))], language, at);
    const byId = new Map(items.map((item) => [item.id, item]));
    return pages.map(({ items: ids, nextCursor }) => ({ items: ids.flatMap((id) => byId.get(id) ?? []), nextCursor }));
  }

  private load(ids: readonly string[], language: Language, at: Instant): Promise<PermitItemView[]> {
    return this.uow.run(systemScope('permit-items'), (tx) => this.items.load(tx, ids, language, at));
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
