import { Injectable } from '@nestjs/common';
import { offlineAfterS } from '../../../domain/jobs/chip-silence';
import type { Refusal } from '../../../kernel/refusal';
import { ok, type Result } from '../../../kernel/result';
import { SECOND } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import { OverviewView } from './overview.view';
import { reachOf } from '../../inventory/reach';
import type { Overview, StatisticsQuery } from './statistics.dto';

/** What a desk shows in the morning: how much burns, what was refused, what is open, how far the roll-out has come. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly view: OverviewView,
    private readonly rules: RulesReader,
  ) {}

  async execute({ caller, at }: Request, { regionCode }: StatisticsQuery): Promise<Result<Overview, Refusal>> {
    const reached = reachOf(caller, regionCode ?? null);
    if (!reached.ok) return reached;
    const reach = reached.value;
    const offlineMs = offlineAfterS(this.rules.book(), at) * SECOND;
    return this.uow.run(systemScope('overview'), async (tx) =>
      ok({
        at: new Date(at).toISOString(),
        ...(await this.view.counts(tx, reach, at)),
        chips: await this.view.chips(tx, reach, offlineMs, at),
        permits: await this.view.permits(tx, reach, at),
        honestRefused: await this.view.honestRefused(tx, reach, at),
        towns: await this.view.towns(tx, reach, at),
        trend: await this.view.trend(tx, reach, at),
      }),
    );
  }
}
