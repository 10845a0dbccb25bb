import { Injectable } from '@nestjs/common';
import { conflict, forbidden, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Request } from '../../platform/auth/request';
import { reaches } from '../../platform/database/reaches';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { versionStale } from '../../platform/http/version';
import type { SiteView } from './site.dto';
import { auditedSite, siteChanged, SiteViews } from './site.mapper';
import { SiteStore } from './site.store';
import { StoredSites, type Site } from './site.view';
import { EndWorkshops } from './workshops/end-workshops';

/** An official answers for a site: from now on it binds everybody, or nobody any more. */
@Injectable()
export class ConfirmSite {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sites: SiteStore,
    private readonly stored: StoredSites,
    private readonly views: SiteViews,
    private readonly workshops: EndWorkshops,
    private readonly journal: Journal,
  ) {}

  /** What stands entered becomes what binds; `version` is the one that the official looked at. */
  confirm(request: Request, id: string, version: number | null): Promise<Result<SiteView, Refusal>> {
    const { caller, at } = request;
    return this.settle(request, id, version, 'site.confirmed', (site) => {
      if (!site.awaitsConfirmation) return refused(conflict('site.nothing-to-confirm'));
      return ok({
        ...site,
        confirmed: site.entered,
        state: 'confirmed',
        awaitsConfirmation: false,
        confirmedBy: caller.userId,
        confirmedAt: at,
      });
    });
  }

  withdraw(request: Request, id: string, version: number | null, reason: string): Promise<Result<SiteView, Refusal>> {
    const { caller, at } = request;
    return this.settle(request, id, version, 'site.withdrawn', (site) =>
      ok({
        ...site,
        state: 'withdrawn',
        awaitsConfirmation: false,
        withdrawnBy: caller.userId,
        withdrawnAt: at,
        withdrawnBecause: reason.trim(),
      }),
    );
  }

  private async settle(
    request: Request,
    id: string,
    version: number | null,
    action: string,
    change: (site: Site) => Result<Site, Refusal>,
  ): Promise<Result<SiteView, Refusal>> {
    const { caller, at } = request;
    // whoever answers for a site sees it as an official of its region, not as one of its people
    if (caller.scope.kind !== 'region' && caller.scope.kind !== 'system')
      return refused(forbidden('site.official-only'));
    // under the system's scope, because what it means for workshops around does not end at the region's border
    return this.uow.run(systemScope('settle-site'), async (tx) => {
      const before = await this.stored.find(tx, id, 'for update of s');
      if (!before || !reaches(caller.scope, before)) return refused(notFound('site.not-found'));
      if (version !== null && version !== before.version) return refused(versionStale(before.version));
      if (before.state === 'withdrawn') return refused(conflict('site.withdrawn'));
      const changed = change(before);
      if (!changed.ok) return changed;
      const after = { ...changed.value, version: before.version + 1 };
      await this.sites.save(tx, after);
      await this.workshops.atOddsWith({ ...request, tx }, after);
      const { regionCode } = after;
      this.journal.record(
        tx,
        caller,
        at,
        [{ action, entity: 'site', entityId: id, regionCode, before: auditedSite(before), after: auditedSite(after) }],
        [siteChanged(after)],
      );
      return ok(this.views.of(after));
    });
  }
}
