import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../kernel/refusal';
import { ok, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { HonestRefusalsView } from './honest-refusals.view';
import { reachOf } from '../../inventory/reach';
import type { HonestDays, StatisticsQuery } from './statistics.dto';

@Injectable()
export class ReadHonestRefusals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly view: HonestRefusalsView,
  ) {}

  async execute({ caller, at }: Request, { regionCode }: StatisticsQuery): Promise<Result<HonestDays, Refusal>> {
    const reach = reachOf(caller, regionCode ?? null);
    if (!reach.ok) return reach;
    const days = await this.uow.run(systemScope('overview'), (tx) => this.view.days(tx, reach.value, at));
    return ok({ days });
  }
}
