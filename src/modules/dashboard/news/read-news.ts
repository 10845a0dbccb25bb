import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../kernel/refusal';
import { ok, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { reachOf } from '../../inventory/reach';
import type { StatisticsQuery } from '../statistics/statistics.dto';
import type { NewsPage } from './news.dto';
import { NewsView } from './news.view';

/** What happened lately in a region or an enterprise, in words; a live list begins with it and reads it again at each event. */
@Injectable()
export class ReadNews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly view: NewsView,
  ) {}

  async execute({ caller, at }: Request, { regionCode }: StatisticsQuery): Promise<Result<NewsPage, Refusal>> {
    const reach = reachOf(caller, regionCode ?? null);
    if (!reach.ok) return reach;
    const items = await this.uow.run(systemScope('news'), (tx) => this.view.latest(tx, reach.value, at));
    return ok({ items });
  }
}
