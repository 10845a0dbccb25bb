import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { activityAudit } from './activity-audit';
import type { NearbyActivityView } from './nearby-activity.dto';
import { activityView } from './nearby-activity.mapper';
import { NearbyActivityStore } from './nearby-activity.store';

/** It does not take place, or is over early: hot work near need not keep away any more. Kept for the record. */
@Injectable()
export class WithdrawActivity {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly activities: NearbyActivityStore,
    private readonly journal: Journal,
  ) {}

  async execute({ caller, at }: Request, id: string): Promise<Result<NearbyActivityView, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const withdrawn = await this.activities.withdraw(tx, id, at);
      if (!withdrawn) return refused(notFound('activity.not-found'));
      const activity = activityView(withdrawn);
      this.journal.record(tx, caller, at, [activityAudit('withdrawn', activity)]);
      return ok(activity);
    });
  }
}
