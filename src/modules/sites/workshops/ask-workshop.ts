import { Injectable } from '@nestjs/common';
import { hasRole } from '../../../domain/people/roles';
import { PermitRules } from '../../../domain/permits/permit-rules';
import { placeFaults } from '../../../domain/places/place-faults';
import { workshopRefusal } from '../../../domain/sites/workshop';
import { conflict, forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { RegionsReader } from '../../regions/regions.reader';
import { RegistryReader } from '../../registry/registry.reader';
import { RulesReader } from '../../rules/rules.reader';
import { PlaceRules } from '../place-rules';
import { WorkshopViews } from './workshop.mapper';
import type { AskWorkshopRequest, WorkshopView } from './workshop.dto';
import { WorkshopStore } from './workshop.store';

interface Owner {
  readonly welderId: string | null;
  readonly enterpriseId: string | null;
  readonly regionCode: string;
}

/** A self-employed welder or a repair shop asks that its own workshop becomes a fixed work point. */
@Injectable()
export class AskWorkshop {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly workshops: WorkshopStore,
    private readonly views: WorkshopViews,
    private readonly registry: RegistryReader,
    private readonly regions: RegionsReader,
    private readonly places: PlaceRules,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** Under the system's scope: whose sites lie around does not end at the fence. The owner is always the caller. */
  async execute(request: Request, body: AskWorkshopRequest): Promise<Result<WorkshopView, Refusal>> {
    const { caller, at } = request;
    return this.uow.run(systemScope('ask-workshop'), async (tx) => {
      const owner = await this.ownerOf(tx, caller);
      if (!owner.ok) return owner;
      const objection = await this.objectionTo(tx, body, owner.value, at);
      if (objection) return refused(objection);
      const { welderId: ownerWelderId, enterpriseId, regionCode } = owner.value;
      const id = this.ids.next(at);
      const { lat, lng, radiusM, kinds: placeKinds = [] } = body;
      const place = { lat, lng, radiusM, placeKinds };
      const asked = { id, name: body.name.trim(), ownerWelderId, enterpriseId, regionCode, ...place, askedBy: caller.userId }; // prettier-ignore
      const made = await this.workshops.insert(tx, asked, at);
      if (!made) return refused(conflict('workshop.asked-already'));
      this.journal.record(tx, caller, at, [
        { action: 'workshop.asked', entity: 'workshop', entityId: id, regionCode, after: { ...asked, askedBy: undefined } },
      ]); // prettier-ignore
      return ok(this.views.of(made, request));
    });
  }

  private async ownerOf(tx: Tx, { roles, welderId, enterpriseId }: Caller): Promise<Result<Owner, Refusal>> {
    const welder = welderId === null ? null : await this.registry.welderById(tx, welderId);
    if (welder && hasRole({ roles }, 'welder'))
      return welder.enterpriseId === null
        ? ok({ welderId: welder.id, enterpriseId: null, regionCode: welder.regionCode })
        : refused(forbidden('workshop.self-employed-only'));
    const shop = enterpriseId === null ? null : await this.registry.enterpriseById(tx, enterpriseId);
    return shop?.industry === 'repair'
      ? ok({ welderId: null, enterpriseId: shop.id, regionCode: shop.regionCode })
      : refused(forbidden('workshop.self-employed-only'));
  }

  private async objectionTo(tx: Tx, body: AskWorkshopRequest, owner: Owner, at: Instant): Promise<Refusal | null> {
    const { regionCode, enterpriseId } = owner;
    const rules = new PermitRules(this.rules.book(), { regime: 'small', level: '', regionCode }, at);
    const kinds = body.kinds ?? [];
    const known = rules.placeKinds.map(({ code }) => code);
    if (kinds.some((kind) => !known.includes(kind))) return wrongField('kinds', 'workshop.kind-unknown');
    const bounds = await this.regions.boundsOf(tx, regionCode);
    const [fault] = placeFaults(body, { official: false, bounds }, rules.place);
    if (fault) return wrongField(fault.field, fault.code, fault.params);
    const time = { from: at, to: at };
    const rule = await this.places.ruleAt(tx, { circle: body, time, enterpriseId, occupierEnterpriseId: null });
    return workshopRefusal([...kinds, ...rule.kinds], rule);
  }
}
