import { Injectable } from '@nestjs/common';
import { PermitRules } from '../../domain/permits/permit-rules';
import { wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Caller } from '../../platform/auth/caller';
import type { Request } from '../../platform/auth/request';
import { reaches } from '../../platform/database/reaches';
import { Sealer } from '../../platform/database/sealer';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { holds } from '../identity/permissions';
import { RegionsReader } from '../regions/regions.reader';
import { outsideScope } from '../registry/outside-scope';
import { RegistryReader, type EnterpriseFacts } from '../registry/registry.reader';
import { RulesReader } from '../rules/rules.reader';
import { factsFrom, phoneFrom } from './site-request';
import type { EnterSiteRequest, SiteView } from './site.dto';
import { auditedSite, OCCUPIER_OF_SITE, siteChanged, SiteViews } from './site.mapper';
import { SiteStore } from './site.store';
import type { Site } from './site.view';

/** An enterprise enters a site of its own, an official or a grid worker one of their region. It binds others once confirmed. */
@Injectable()
export class EnterSite {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sites: SiteStore,
    private readonly views: SiteViews,
    private readonly registry: RegistryReader,
    private readonly regions: RegionsReader,
    private readonly rules: RulesReader,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, body: EnterSiteRequest): Promise<Result<SiteView, Refusal>> {
    const enterpriseId = body.enterpriseId ?? caller.enterpriseId;
    if (enterpriseId === null) return refused(wrongField('enterpriseId', 'site.enterprise-missing'));
    return this.uow.run(caller.scope, async (tx) => {
      const enterprise = await this.registry.enterpriseById(tx, enterpriseId);
      if (!enterprise) return refused(wrongField('enterpriseId', 'enterprise.unknown'));
      const regionCode = regionOf(caller, body, enterprise);
      if (!(await this.regions.exists(tx, regionCode))) return refused(wrongField('regionCode', 'region.unknown'));
      if (!reaches(caller.scope, { regionCode, enterpriseId })) return refused(outsideScope());
      const site = this.siteFrom({ caller, at }, body, enterprise, regionCode);
      if (!site.ok) return site;
      const after = site.value;
      await this.sites.insert(tx, after);
      this.journal.record(
        tx,
        caller,
        at,
        [{ action: 'site.entered', entity: 'site', entityId: after.id, regionCode, after: auditedSite(after) }],
        [siteChanged(after)],
      );
      return ok(this.views.of(after));
    });
  }

  private siteFrom(
    { caller, at }: { readonly caller: Caller; readonly at: Instant },
    body: EnterSiteRequest,
    enterprise: EnterpriseFacts,
    regionCode: string,
  ): Result<Site, Refusal> {
    const kinds = new PermitRules(this.rules.book(), { regime: '', level: '', regionCode }, at).placeKinds;
    const facts = factsFrom(body, { trade: enterprise.industry }, kinds.map(({ code }) => code)); // prettier-ignore
    if (!facts.ok) return facts;
    const phone = phoneFrom(body);
    if (!phone.ok) return phone;
    return ok({
      id: this.ids.next(at),
      name: body.name.trim(),
      enterpriseId: enterprise.id,
      enterpriseName: enterprise.name,
      regionCode,
      entered: facts.value,
      confirmed: null,
      state: 'entered',
      awaitsConfirmation: true,
      occupierPhoneSealed: phone.value ? this.sealer.seal(OCCUPIER_OF_SITE, phone.value) : null,
      enteredBy: caller.userId,
      ...{ confirmedBy: null, confirmedAt: null, withdrawnBy: null, withdrawnAt: null, withdrawnBecause: null },
      version: 1,
      createdAt: at,
    });
  }
}

/** A site lies where its enterprise is registered; only an official says otherwise. */
const regionOf = (caller: Caller, { regionCode }: EnterSiteRequest, enterprise: EnterpriseFacts): string =>
  (holds(caller.roles, 'site.confirm') ? regionCode : undefined) ?? enterprise.regionCode;
