import { Injectable } from '@nestjs/common';
import { OFFICIALS, withoutAdmin } from '../../domain/people/roles';
import { PermitRules } from '../../domain/permits/permit-rules';
import { looser, type Looser } from '../../domain/sites/looser';
import type { SiteFacts } from '../../domain/sites/site';
import { listed, namedText, wordIn, type Text } from '../../kernel/language';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Request } from '../../platform/auth/request';
import { reaches } from '../../platform/database/reaches';
import { Sealer } from '../../platform/database/sealer';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { versionStale } from '../../platform/http/version';
import { holds } from '../identity/permissions';
import { RegionsReader } from '../regions/regions.reader';
import { outsideScope } from '../registry/outside-scope';
import { RulesReader } from '../rules/rules.reader';
import { factsFrom, phoneFrom } from './site-request';
import type { ChangeSiteRequest, SiteView } from './site.dto';
import { auditedSite, OCCUPIER_OF_SITE, siteChanged, SiteViews } from './site.mapper';
import { SiteStore } from './site.store';
import { StoredSites, type Site } from './site.view';

/** What people read for a change that only an official makes. */
const LOOSER_WORDS: Readonly<Record<Looser, Text>> = {
  trade: { zh: '改为要求较低的行业', en: 'a trade that asks for less' },
  kinds: { zh: '减少场所类别', en: 'fewer kinds of place' },
  area: { zh: '缩小或移动范围', en: 'a smaller or moved area' },
  'opening-hours': { zh: '缩短营业时间', en: 'shorter opening hours' },
};
import { EndWorkshops } from './workshops/end-workshops';

/**
 * What makes a site stricter its enterprise may enter at once: it binds that enterprise, and others once an official
 * confirmed it. What was confirmed is made looser by officials alone. Until a first confirmation the entry is its
 * enterprise's own, mistakes and all.
 */
@Injectable()
export class ChangeSite {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sites: SiteStore,
    private readonly stored: StoredSites,
    private readonly views: SiteViews,
    private readonly regions: RegionsReader,
    private readonly rules: RulesReader,
    private readonly sealer: Sealer,
    private readonly workshops: EndWorkshops,
    private readonly journal: Journal,
  ) {}

  /** `version` is the one they read, null where they said none. */
  async execute(
    request: Request,
    id: string,
    version: number | null,
    body: ChangeSiteRequest,
  ): Promise<Result<SiteView, Refusal>> {
    const { caller, at } = request;
    // under the system's scope, because what it means for workshops around does not end at the region's border
    return this.uow.run(systemScope('change-site'), async (tx) => {
      const before = await this.stored.find(tx, id, 'for update of s');
      if (!before || !reaches(caller.scope, before)) return refused(notFound('site.not-found'));
      if (version !== null && version !== before.version) return refused(versionStale(before.version));
      if (before.state === 'withdrawn') return refused(conflict('site.withdrawn'));
      const official = holds(caller.roles, 'site.confirm');
      const changed = this.apply(before, body, official, at);
      if (!changed.ok) return changed;
      const after = changed.value;
      if (!(await this.regions.exists(tx, after.regionCode)))
        return refused(wrongField('regionCode', 'region.unknown'));
      if (!reaches(caller.scope, after)) return refused(outsideScope());
      const objection = official ? null : looserRefusal(before.confirmed, after.entered);
      if (objection) return refused(objection);
      await this.sites.save(tx, after);
      if (official) await this.workshops.atOddsWith({ ...request, tx }, after);
      const { regionCode } = after;
      this.journal.record(
        tx,
        caller,
        at,
        [{ action: 'site.changed', entity: 'site', entityId: id, regionCode, before: auditedSite(before), after: auditedSite(after) }],
        [siteChanged(after)],
      ); // prettier-ignore
      return ok(this.views.of(after));
    });
  }

  private apply(before: Site, body: ChangeSiteRequest, official: boolean, at: Instant): Result<Site, Refusal> {
    const regionCode = (official ? body.regionCode : undefined) ?? before.regionCode;
    const kinds = new PermitRules(this.rules.book(), { regime: '', level: '', regionCode }, at).placeKinds;
    const facts = factsFrom(body, before.entered, [...kinds.map(({ code }) => code), ...before.entered.kinds]);
    if (!facts.ok) return facts;
    const phone = phoneFrom(body);
    if (!phone.ok) return phone;
    const sealed = phone.value ? this.sealer.seal(OCCUPIER_OF_SITE, phone.value) : null;
    const entered = facts.value;
    const confirmed = before.confirmed && official ? entered : before.confirmed;
    return ok({
      ...before,
      name: body.name?.trim() ?? before.name,
      regionCode,
      entered,
      confirmed,
      awaitsConfirmation: confirmed === null || !sameFacts(confirmed, entered),
      occupierPhoneSealed: phone.value === undefined ? before.occupierPhoneSealed : sealed,
      version: before.version + 1,
    });
  }
}

function looserRefusal(confirmed: SiteFacts | null, after: SiteFacts): Refusal | null {
  const found = confirmed ? looser(confirmed, after) : [];
  if (found.length === 0) return null;
  const params = namedText('what', (language) => {
    const words = found.map((one) => wordIn(LOOSER_WORDS[one], language));
    return listed(words, language);
  });
  return forbidden('site.looser', {
    params,
    extra: { looser: found, ask: withoutAdmin(OFFICIALS) },
  });
}

const sameFacts = (a: SiteFacts, b: SiteFacts): boolean =>
  looser(a, b).length === 0 && looser(b, a).length === 0 && a.trade === b.trade;
