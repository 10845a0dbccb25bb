import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import type { Language } from '../../../platform/i18n/texts';
import { Clock } from '../../../platform/time/clock';
import { PermitIds, type IdQuery } from './permit-ids.view';
import { PermitItems } from './permit-items.view';
import type { PermitItemPage, PermitItemView } from './permit-list.dto';
import type { PermitFilterQuery } from './permit-query.dto';
import { mineOf, reachOf, type Reach } from './list-reach';
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
    const found = await this.uow.run(reach.scope, (tx) => this.ids.find(tx, reach, query, at));
    const { items, nextCursor } = toPage(found, query.limit, (id) => id);
    return { items: await this.load(items, language, at), nextCursor };
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
