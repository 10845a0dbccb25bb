import { Injectable } from '@nestjs/common';
import type { SiteFacts } from '../../domain/sites/site';
import { centreOf } from '../../domain/sites/site-area';
import { maskPhone } from '../../kernel/phone';
import type { DomainEvent } from '../../platform/audit/journal';
import { Sealer } from '../../platform/database/sealer';
import type { SiteFactsView, SiteView } from './site.dto';
import type { Site } from './site.view';
import { isoTimeOrNull } from '../../kernel/time';

export const OCCUPIER_OF_SITE = 'site.occupier-phone';

const factsView = ({ trade, kinds, area, openingHours }: SiteFacts): SiteFactsView => ({
  trade,
  kinds: [...kinds],
  outline: 'outline' in area ? area.outline.map((point) => [...point]) : null,
  ...centreOf(area),
  radiusM: 'circle' in area ? area.circle.radiusM : null,
  openingHours: openingHours && { ...openingHours },
});

@Injectable()
export class SiteViews {
  constructor(private readonly sealer: Sealer) {}

  /** As its enterprise and the officials of its region see it. */
  of(site: Site): SiteView {
    const { occupierPhoneSealed: sealed } = site;
    return {
      ...this.outside(site, site.entered),
      confirmed: site.confirmed && site.awaitsConfirmation ? factsView(site.confirmed) : null,
      awaitsConfirmation: site.awaitsConfirmation,
      occupierPhone: sealed === null ? null : maskPhone(this.sealer.open(OCCUPIER_OF_SITE, sealed)),
    };
  }

  /** As others see a confirmed one: what binds them, and nothing of what its enterprise is about to change. */
  ofOthers(site: Site): SiteView[] {
    return site.confirmed ? [this.outside(site, site.confirmed)] : [];
  }

  private outside(site: Site, facts: SiteFacts): SiteView {
    return {
      id: site.id,
      name: site.name,
      enterpriseId: site.enterpriseId,
      enterpriseName: site.enterpriseName,
      regionCode: site.regionCode,
      ...factsView(facts),
      state: site.state,
      confirmed: null,
      awaitsConfirmation: false,
      occupierPhone: null,
      confirmedAt: isoTimeOrNull(site.confirmedAt),
      withdrawnBecause: site.withdrawnBecause,
      version: site.version,
      createdAt: new Date(site.createdAt).toISOString(),
    };
  }
}

/** For the audit trail: without the occupier's phone. */
export const auditedSite = ({ occupierPhoneSealed: _, enterpriseName: __, createdAt: ___, ...rest }: Site): unknown =>
  rest;

export const siteChanged = ({ id, regionCode, enterpriseId, state, awaitsConfirmation }: Site): DomainEvent => ({
  type: 'site.changed',
  entity: 'site',
  entityId: id,
  regionCode,
  enterpriseIds: [enterpriseId],
  data: { state, awaitsConfirmation },
});
