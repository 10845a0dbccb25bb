import { Injectable } from '@nestjs/common';
import { lastComplete, readyAt, REPORT_KINDS } from '../../domain/reports/report-period';
import { MINUTE, type Instant } from '../../kernel/time';
import { systemActor } from '../../platform/auth/caller';
import { Config, runsTimers } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';
import { ReportKeeper } from './report-keeper';
import { reportingRegions } from './reports.view';

const EVERY = 10 * MINUTE;
const ACTOR = systemActor('schedule');

/** On Monday and on the first of the month: the report of every region that has a regulator. */
@Injectable()
export class HandInReports extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keeper: ReportKeeper,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'hand-in-reports', everyMs: EVERY, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    const regions = await this.uow.run(systemScope('hand-in-reports'), reportingRegions);
    for (const { code, since } of regions)
      for (const kind of REPORT_KINDS) {
        const period = lastComplete(kind, at);
        if (since < period.to && at >= readyAt(period))
          await this.uow.run(systemScope('hand-in-reports'), (tx) => this.keeper.keep(tx, period, code, ACTOR, at));
      }
  }
}
