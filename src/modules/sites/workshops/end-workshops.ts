import { Injectable, Logger } from '@nestjs/common';
import { touches } from '../../../domain/sites/site-area';
import { workshopRefusal } from '../../../domain/sites/workshop';
import { namedText } from '../../../kernel/language';
import type { Refusal } from '../../../kernel/refusal';
import { shownTime } from '../../../kernel/shown-time';
import { MINUTE, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call } from '../../../platform/auth/request';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import { TextMessages } from '../../../platform/messaging/text-messages';
import { WorkshopAreas } from '../../registry/areas/workshop-areas';
import { OwnerPhonesReader } from '../../registry/owner-phones.reader';
import { RulesReader } from '../../rules/rules.reader';
import { PlaceRules } from '../place-rules';
import { boundsOfSite } from '../site.store';
import type { Site } from '../site.view';
import { WorkshopStore } from './workshop.store';
import { StoredWorkshops, type StandingWorkshop } from './workshop.view';

/**
 * What an official confirms of a site holds in the workshops there, too. Where small work is not offered any more, the
 * workshop ends: nothing new begins without a permit, and what runs has as long as the first warning tells.
 */
@Injectable()
export class EndWorkshops {
  private readonly logger = new Logger('sites');

  constructor(
    private readonly workshops: WorkshopStore,
    private readonly stored: StoredWorkshops,
    private readonly areas: WorkshopAreas,
    private readonly places: PlaceRules,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly phones: OwnerPhonesReader,
    private readonly messages: TextMessages,
    private readonly catalogue: Catalogue,
  ) {}

  /** Under the system's scope: sites bind across the borders of regions. After the site has been saved. */
  async atOddsWith(call: Call, site: Site): Promise<void> {
    const { confirmed } = site;
    if (!confirmed || site.state !== 'confirmed') return;
    const standing = await this.stored.standingNear(call.tx, boundsOfSite(site), call.at);
    for (const one of standing) if (touches(one, confirmed.area)) await this.judge(call, one, site);
  }

  private async judge(call: Call, one: StandingWorkshop, site: Site): Promise<void> {
    const { tx, at } = call;
    const { enterpriseId } = one;
    const work = { circle: one, time: { from: at, to: at }, enterpriseId, occupierEnterpriseId: null };
    const place = await this.places.ruleAt(tx, work);
    const kinds = [...new Set([...one.placeKinds, ...place.kinds])];
    const against = workshopRefusal(kinds, place);
    if (against) return this.end(call, one, site, against);
    if (kinds.length === one.placeKinds.length) return;
    await this.areas.adoptKinds(tx, one.areaId, kinds);
    this.record(call, one, 'designated-area.kinds-adopted', { siteId: site.id, placeKinds: kinds });
  }

  private async end(call: Call, one: StandingWorkshop, site: Site, against: Refusal): Promise<void> {
    const warned = this.rules.book().value<readonly number[]>('job.warning-minutes', one, call.at);
    const to = Math.min(one.validTo, call.at + Math.max(0, ...warned) * MINUTE);
    await this.areas.close(call.tx, one.areaId, site.id, call.at, to);
    await this.workshops.end(call.tx, one.id, against, call.at);
    const after = { siteId: site.id, because: against.code, validTo: new Date(to).toISOString() };
    this.record(call, one, 'designated-area.closing', after);
    await this.tell(call.tx, one, against, to);
  }

  /** Whoever stands there tomorrow should not learn it from a refusal. No words that other people wrote. */
  private async tell(tx: Tx, one: StandingWorkshop, { code, params }: Refusal, to: Instant): Promise<void> {
    const phone = await this.phones.of(tx, { welderId: one.ownerWelderId, enterpriseId: one.enterpriseId });
    const reason = namedText('reason', (language) => this.catalogue.text(code, language, params));
    const text = this.catalogue.text('message.workshop-ended', 'zh-CN', { to: shownTime(to), ...reason });
    tx.afterCommit(() => {
      this.messages.send(phone, text).catch((err: unknown) => this.logger.error({ event: 'workshop.not-told', err }));
    });
  }

  private record(
    { tx, caller, at }: Call,
    { areaId, regionCode }: StandingWorkshop,
    action: string,
    after: object,
  ): void {
    this.journal.record(tx, caller, at, [{ action, entity: 'designated-area', entityId: areaId, regionCode, after }]);
  }
}
