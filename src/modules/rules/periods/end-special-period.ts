import { Injectable } from '@nestjs/common';
import { stageOf } from '../../../domain/rules/succession';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { outsideRegion, reaches } from '../reach';
import { periodAudit, periodEvent, toPeriodView } from './special-period-view';
import type { SpecialPeriodView } from './special-period.dto';
import { SpecialPeriodStore } from './special-period.store';

/** Ends a period now. One that has not begun never holds; one that is over stays as it was. */
@Injectable()
export class EndSpecialPeriod {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly periods: SpecialPeriodStore,
    private readonly journal: Journal,
  ) {}

  async execute({ caller, at }: Request, id: string): Promise<Result<SpecialPeriodView, Refusal>> {
    return this.uow.run(caller.scope, async (tx): Promise<Result<SpecialPeriodView, Refusal>> => {
      const period = await this.periods.lock(tx, id);
      if (!period) return refused(notFound('period.not-found'));
      if (!reaches(caller, period.regionCode)) return refused(outsideRegion());
      const stage = stageOf({ validFrom: period.from, validTo: period.to }, at);
      if (stage === 'past') return refused(conflict('period.already-over'));
      // a period of no length would break the table's rule, and never was
      const begun = at > period.from;
      if (begun) await this.periods.endAt(tx, id, at);
      else await this.periods.remove(tx, id);
      const ended = { ...period, to: begun ? at : period.from };
      this.journal.record(
        tx,
        caller,
        at,
        [periodAudit('period.ended', id, period.regionCode, { before: period, after: begun ? ended : null })],
        [periodEvent('period.ended', ended)],
      );
      return ok(toPeriodView(ended, at));
    });
  }
}
