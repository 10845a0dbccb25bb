import { Injectable } from '@nestjs/common';
import { boundsAround } from '../../domain/sites/site-area';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { reaches } from '../../platform/database/reaches';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import type { SitePage, SiteQuery, SiteView } from './site.dto';
import { SiteViews } from './site.mapper';
import { StoredSites } from './site.view';

/** How far around a point sites are looked for. */
const NEAR_M = 2_000;

@Injectable()
export class FindSites {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sites: StoredSites,
    private readonly views: SiteViews,
  ) {}

  async one({ caller }: Request, id: string): Promise<Result<SiteView, Refusal>> {
    const site = await this.uow.run(caller.scope, (tx) => this.sites.find(tx, id));
    return site ? ok(this.views.of(site)) : refused(notFound('site.not-found'));
  }

  /** One's own and those of one's region; around a point the confirmed ones of others too: they bind whoever works there. */
  async list(request: Request, query: SiteQuery): Promise<SitePage> {
    if (query.near !== undefined) return this.near(request, query, query.near);
    const rows = await this.uow.run(request.caller.scope, (tx) => this.sites.list(tx, query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map((site) => this.views.of(site)) };
  }

  private async near({ caller }: Request, query: SiteQuery, near: string): Promise<SitePage> {
    const [lat = 0, lng = 0] = near.split(',').map(Number);
    const box = boundsAround({ lat, lng, radiusM: NEAR_M });
    const rows = await this.uow.run(systemScope('sites-near'), (tx) =>
      this.sites.around(tx, box, caller.enterpriseId, query),
    );
    const page = toPage(rows, query.limit, ({ id }) => id);
    const shown = page.items.flatMap((site) =>
      reaches(caller.scope, site) ? [this.views.of(site)] : this.views.ofOthers(site),
    );
    return { ...page, items: shown };
  }
}
