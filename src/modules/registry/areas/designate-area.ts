import { Injectable } from '@nestjs/common';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { reaches } from '../../../platform/database/reaches';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { outsideScope } from '../outside-scope';
import { RegistryReader, type EnterpriseFacts } from '../registry.reader';
import type { DesignateAreaRequest, DesignatedAreaView } from './designated-area.dto';
import { DesignatedAreaStore } from './designated-area.store';

/** Approves a fixed place of work (固定动火区): no permit for each job there, all else applies. */
@Injectable()
export class DesignateArea {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly areas: DesignatedAreaStore,
    private readonly registry: RegistryReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, body: DesignateAreaRequest): Promise<Result<DesignatedAreaView, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const enterprise = await this.registry.enterpriseById(tx, body.enterpriseId);
      if (!enterprise) return refused(wrongField('enterpriseId', 'enterprise.unknown'));
      if (!reaches(caller.scope, { ...enterprise, enterpriseId: enterprise.id })) return refused(outsideScope());
      const area = areaOf(body, enterprise, this.ids.next(at), at);
      if (area.validTo !== null && area.validTo <= area.validFrom)
        return refused(wrongField('validTo', 'designated-area.dates-reversed'));
      await this.areas.insert(tx, area);
      this.journal.record(tx, caller, at, [
        {
          action: 'designated-area.approved',
          entity: 'designated-area',
          entityId: area.id,
          regionCode: area.regionCode,
          after: area,
        },
      ]);
      return ok(area);
    });
  }
}

const iso = (time: string | number): string => new Date(time).toISOString();

const areaOf = (
  request: DesignateAreaRequest,
  enterprise: EnterpriseFacts,
  id: string,
  at: number,
): DesignatedAreaView => ({
  id,
  name: request.name.trim(),
  enterpriseId: enterprise.id,
  regionCode: enterprise.regionCode,
  lat: request.lat,
  lng: request.lng,
  radiusM: request.radiusM,
  validFrom: iso(request.validFrom ?? at),
  validTo: request.validTo === undefined ? null : iso(request.validTo),
  createdAt: iso(at),
});
