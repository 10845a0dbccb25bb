import { Injectable } from '@nestjs/common';
import type { Industry } from '../../../domain/registry/industry';
import { monthsAfter, monthsFor, type Cadence } from '../../../domain/self-checks/cadence';
import { MINUTE, shanghaiDate, type Instant } from '../../../kernel/time';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { RulesReader } from '../../rules/rules.reader';
import { DrillStore } from './drill.store';
import { DrillViews } from './drills.view';

const AT_A_TIME = 500;

/** Each enterprise owes drills from the day on which the platform first knows of it. */
@Injectable()
export class OweDrills extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: DrillViews,
    private readonly drills: DrillStore,
    private readonly rules: RulesReader,
    config: Config,
    clock: Clock,
  ) {
    super({ name: 'owe-drills', everyMs: 10 * MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    const firms = await this.uow.run(systemScope('owe-drills'), async (tx) => {
      const found = await this.views.withoutDuty(tx, AT_A_TIME);
      for (const { id: enterpriseId, industry, regionCode } of found)
        await this.drills.openDuty(tx, {
          ...{ enterpriseId, regionCode, lastHeldOn: null },
          dueOn: this.nextAfter(shanghaiDate(at), { industry, regionCode }, at),
        });
      return found.length;
    });
    if (firms === AT_A_TIME) this.poke();
  }

  /** The last good day of the next drill, by the rule that holds now. */
  nextAfter(day: string, firm: { readonly industry: Industry; readonly regionCode: string }, at: Instant): string {
    const cadence = this.rules.book().value<Cadence>('drill.cadence', { regionCode: firm.regionCode }, at);
    return monthsAfter(day, monthsFor(firm.industry, cadence));
  }
}
