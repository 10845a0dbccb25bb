import { Injectable } from '@nestjs/common';
import { beginningOf, periodFault, type SpecialPeriod } from '../../../domain/rules/calendar';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { instantOf } from '../../../kernel/rfc3339';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { RegionsReader } from '../../regions/regions.reader';
import { meantRegion } from '../reach';
import { periodAudit, periodEvent, toPeriodView } from './special-period-view';
import type { DeclarePeriodRequest, SpecialPeriodView } from './special-period.dto';
import { SpecialPeriodStore } from './special-period.store';

/** Declares a 重点时段 for a region and all below it: hot work there needs one level more. */
@Injectable()
export class DeclareSpecialPeriod {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly periods: SpecialPeriodStore,
    private readonly regions: RegionsReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  async execute({ caller, at }: Request, body: DeclarePeriodRequest): Promise<Result<SpecialPeriodView, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<SpecialPeriodView, Refusal>> => {
      const region = await meantRegion(tx, caller, this.regions, body.regionCode);
      if (!region.ok) return region;
      const period: SpecialPeriod = {
        id: this.ids.next(at),
        name: body.name.trim(),
        regionCode: region.value,
        from: beginningOf(body.from ? instantOf(body.from) : null, at),
        to: instantOf(body.to),
      };
      const fault = periodFault(period, at);
      if (fault) return refused(wrongField(fault.field, fault.code));
      await this.periods.insert(tx, period, caller.userId);
      this.journal.record(
        tx,
        caller,
        at,
        [periodAudit('period.declared', period.id, period.regionCode, { after: period })],
        [periodEvent('period.declared', period)],
      );
      return ok(toPeriodView(period, at));
    });
  }
}
