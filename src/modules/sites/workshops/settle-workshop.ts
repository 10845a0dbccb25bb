import { Injectable } from '@nestjs/common';
import type { PlaceRule } from '../../../domain/permits/place-rule';
import { PermitRules } from '../../../domain/permits/permit-rules';
import { placeProven, type MeasuredPosition, type PlaceProven } from '../../../domain/places/place-proof';
import { confirmationRefusal, confirmerOf, seenRefusal, workshopRefusal } from '../../../domain/sites/workshop';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { WorkshopAreas } from '../../registry/areas/workshop-areas';
import { RulesReader } from '../../rules/rules.reader';
import { PlaceRules } from '../place-rules';
import { stateOf, WorkshopViews } from './workshop.mapper';
import type { WorkshopView } from './workshop.dto';
import { WorkshopStore } from './workshop.store';
import { StoredWorkshops, type Workshop } from './workshop.view';

/** The grid worker who saw a workshop and the county's regulator confirm it, in either order; either may refuse it. */
@Injectable()
export class SettleWorkshop {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly workshops: WorkshopStore,
    private readonly stored: StoredWorkshops,
    private readonly views: WorkshopViews,
    private readonly areas: WorkshopAreas,
    private readonly places: PlaceRules,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
  ) {}

  confirm(request: Request, id: string, position: MeasuredPosition | null): Promise<Result<WorkshopView, Refusal>> {
    const { caller, at } = request;
    return this.settle(request, id, 'workshop.confirmed', async (tx, one) => {
      const as = confirmerOf(caller.roles);
      if (as === null) return forbidden('workshop.official-only');
      const place = await this.placeNow(tx, one, at);
      const placeKinds = [...new Set([...one.placeKinds, ...place.kinds])];
      const objection =
        confirmationRefusal({ ...one, refused: false }, as, caller.userId) ??
        seenRefusal(as, this.seenFrom(one, position, at)) ??
        workshopRefusal(placeKinds, place);
      if (objection) return objection;
      await this.workshops.confirm(tx, id, as, caller.userId, at);
      const other = as === 'grid' ? one.countyConfirmedBy : one.gridConfirmedBy;
      if (other === null) return null;
      const days = this.rulesOf(one, at).place.workshopDays;
      const designated = { ...one, placeKinds };
      await this.workshops.settle(
        tx,
        id,
        await this.areas.designate(tx, designated, caller.userId, at, at + days * DAY),
      );
      return null;
    });
  }

  refuse(request: Request, id: string, reason: string): Promise<Result<WorkshopView, Refusal>> {
    return this.settle(request, id, 'workshop.refused', async (tx) => {
      await this.workshops.refuse(tx, id, request.caller.userId, reason.trim(), request.at);
      return null;
    });
  }

  /** Under the system's scope, because the sites around are asked; the official's region was checked before. */
  private settle(
    request: Request,
    id: string,
    action: string,
    change: (tx: Tx, one: Workshop) => Promise<Refusal | null>,
  ): Promise<Result<WorkshopView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(systemScope('settle-workshop'), async (tx) => {
      const before = await this.stored.lock(tx, id);
      if (!before || !reaches(caller.scope, { regionCode: before.regionCode, enterpriseId: null }))
        return refused(notFound('workshop.not-found'));
      if (stateOf(before) !== 'asked') return refused(conflict('workshop.settled'));
      const objection = await change(tx, before);
      if (objection) return refused(objection);
      const after = await this.stored.lock(tx, id);
      if (!after) return refused(notFound('workshop.not-found'));
      this.journal.record(tx, caller, at, [
        {
          action,
          entity: 'workshop',
          entityId: id,
          regionCode: before.regionCode,
          before: { state: stateOf(before) },
          after: { state: stateOf(after), as: confirmerOf(caller.roles), reason: after.refusedBecause },
        },
      ]);
      return ok(this.views.of(after, request));
    });
  }

  /** A site may have been confirmed since it was asked for; its kinds, and so its closed hours, hold in the workshop. */
  private placeNow(tx: Tx, one: Workshop, at: Instant): Promise<PlaceRule> {
    const { enterpriseId } = one;
    const time = { from: at, to: at };
    return this.places.ruleAt(tx, { circle: one, time, enterpriseId, occupierEnterpriseId: null });
  }

  private seenFrom(one: Workshop, position: MeasuredPosition | null, at: Instant): PlaceProven {
    const { place } = this.rulesOf(one, at);
    const reach = { lat: one.lat, lng: one.lng, radiusM: one.radiusM + place.workshopSeenWithinM };
    return placeProven({ position, signboard: 'none', photoGiven: false }, reach, place);
  }

  private rulesOf = ({ regionCode }: Workshop, at: Instant): PermitRules =>
    new PermitRules(this.rules.book(), { regime: 'small', level: '', regionCode }, at);
}
