import { Injectable } from '@nestjs/common';
import { offlineAfterS } from '../../../../domain/jobs/chip-silence';
import type { Refusal } from '../../../../kernel/refusal';
import { ok, type Result } from '../../../../kernel/result';
import { isoTime, SECOND } from '../../../../kernel/time';
import type { Request } from '../../../../platform/auth/request';
import { systemScope } from '../../../../platform/database/scope';
import { UnitOfWork } from '../../../../platform/database/unit-of-work';
import { RulesReader } from '../../../rules/rules.reader';
import { DaysView } from './days.view';
import { OverviewView } from './overview.view';
import { PresenceView } from './presence.view';
import { TownsView } from './towns.view';
import { reachOf } from '../../../inventory/reach';
import type { Overview, StatisticsQuery } from '../statistics.dto';

/** What a desk shows in the morning: how much burns, what was refused, what is open, how far the roll-out has come. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly view: OverviewView,
    private readonly days: DaysView,
    private readonly towns: TownsView,
    private readonly presence: PresenceView,
    private readonly rules: RulesReader,
  ) {}

  async execute({ caller, at }: Request, { regionCode }: StatisticsQuery): Promise<Result<Overview, Refusal>> {
    const reached = reachOf(caller, regionCode ?? null);
    if (!reached.ok) return reached;
    const reach = reached.value;
    const offlineMs = offlineAfterS(this.rules.book(), at) * SECOND;
    return this.uow.run(systemScope('overview'), async (tx) => {
      const days = await this.days.until(tx, reach, at);
      const today = days.at(-1)!;
      const towns = await this.towns.of(tx, reach, at);
      const presence = await this.presence.of(tx, reach, at - offlineMs, at);
      const bound = towns.reduce((sum, { machinesWithChip }) => sum + machinesWithChip, 0);
      return ok({
        at: isoTime(at),
        ...(await this.view.counts(tx, reach)),
        ...{ jobsToday: today.jobs, refusedToday: today.refused, offPlatformToday: today.offPlatform },
        chips: { bound, heard: presence.heard, silent: presence.silent, at: isoTime(presence.at) },
        permits: await this.view.permits(tx, reach, at),
        honestRefused: await this.view.honestRefused(tx, reach, today.allowed, at),
        towns,
        trend: days.map(({ day, jobs, refused, violations }) => ({ day, jobs, refused, violations })),
      });
    });
  }
}
