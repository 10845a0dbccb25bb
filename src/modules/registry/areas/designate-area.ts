import { Injectable } from '@nestjs/common';
import { PermitRules } from '../../../domain/permits/permit-rules';
import { placeFaults } from '../../../domain/places/place-faults';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { RegionsReader } from '../../regions/regions.reader';
import { RulesReader } from '../../rules/rules.reader';
import { outsideScope } from '../outside-scope';
import { RegistryReader, type EnterpriseFacts } from '../registry.reader';
import type { DesignateAreaRequest, DesignatedAreaView } from './designated-area.dto';
import { areaView } from './designated-area.mapper';
import { DesignatedAreaStore, type DesignatedArea } from './designated-area.store';

/** Approves a fixed place of work (固定动火区): no permit for each job there, all else applies. */
@Injectable()
export class DesignateArea {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly areas: DesignatedAreaStore,
    private readonly registry: RegistryReader,
    private readonly regions: RegionsReader,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, body: DesignateAreaRequest): Promise<Result<DesignatedAreaView, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const enterprise = await this.registry.enterpriseById(tx, body.enterpriseId);
      if (!enterprise) return refused(wrongField('enterpriseId', 'enterprise.unknown'));
      if (!reaches(caller.scope, { ...enterprise, enterpriseId: enterprise.id })) return refused(outsideScope());
      const fault = await this.placeFault(tx, body, enterprise.regionCode, at);
      if (fault) return refused(fault);
      const area = areaOf(body, enterprise, this.ids.next(at), at);
      if (area.validTo !== null && area.validTo <= area.validFrom)
        return refused(wrongField('validTo', 'designated-area.dates-reversed'));
      await this.areas.insert(tx, area, caller.userId);
      const view = areaView(area);
      this.journal.record(tx, caller, at, [
        {
          action: 'designated-area.approved',
          entity: 'designated-area',
          entityId: area.id,
          regionCode: area.regionCode,
          after: view,
        },
      ]);
      return ok(view);
    });
  }

  private async placeFault(
    tx: Tx,
    body: DesignateAreaRequest,
    regionCode: string,
    at: Instant,
  ): Promise<Refusal | null> {
    const limits = new PermitRules(this.rules.book(), { regime: '', level: '', regionCode }, at).place;
    const bounds = await this.regions.boundsOf(tx, regionCode);
    const [fault] = placeFaults(body, { official: true, bounds }, limits);
    return fault ? wrongField(fault.field, fault.code, fault.params) : null;
  }
}

const areaOf = (
  request: DesignateAreaRequest,
  enterprise: EnterpriseFacts,
  id: string,
  at: Instant,
): DesignatedArea => ({
  id,
  name: request.name.trim(),
  enterpriseId: enterprise.id,
  ownerWelderId: null,
  placeKinds: [],
  regionCode: enterprise.regionCode,
  lat: request.lat,
  lng: request.lng,
  radiusM: request.radiusM,
  radiusReason: request.radiusReason?.trim() ?? null,
  signboardBoundAt: null,
  withoutSignalAt: request.withoutSignal ? at : null,
  validFrom: request.validFrom === undefined ? at : Date.parse(request.validFrom),
  validTo: request.validTo === undefined ? null : Date.parse(request.validTo),
  createdAt: at,
});
