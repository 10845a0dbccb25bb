import { Injectable } from '@nestjs/common';
import { dueOnOf, monthsFor, periodAround, type SelfCheckCadence } from '../../../domain/self-checks/cadence';
import { MINUTE, shanghaiDate, type Instant } from '../../../kernel/time';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Ids } from '../../../platform/time/ids';
import { Timed } from '../../../platform/time/timed';
import { RulesReader } from '../../rules/rules.reader';
import { SelfCheckStore, type SelfCheck } from './self-check.store';
import { SelfCheckViews, type UncheckedFirm } from './self-checks.view';

const AT_A_TIME = 500;

/** Each enterprise owes one check a period. It is there from the first day, so that it can wait, be late and be counted. */
@Injectable()
export class OpenSelfChecks extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: SelfCheckViews,
    private readonly checks: SelfCheckStore,
    private readonly rules: RulesReader,
    private readonly ids: Ids,
    config: Config,
    clock: Clock,
  ) {
    super({ name: 'open-self-checks', everyMs: 10 * MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    const opened = await this.uow.run(systemScope('open-self-checks'), async (tx) => {
      const firms = await this.views.unchecked(tx, shanghaiDate(at), AT_A_TIME);
      for (const firm of firms) await this.checks.insertNew(tx, this.checkOf(firm, at));
      return firms.length;
    });
    if (opened === AT_A_TIME) this.poke();
  }

  /** The check of the running period, opened where it is not there yet. */
  async openFor(tx: Tx, firm: UncheckedFirm, at: Instant): Promise<SelfCheck> {
    const check = this.checkOf(firm, at);
    return (await this.checks.insertNew(tx, check))
      ? check
      : (await this.checks.ofPeriod(tx, firm.id, check.periodFrom))!;
  }

  private checkOf({ id: enterpriseId, industry, regionCode }: UncheckedFirm, at: Instant): SelfCheck {
    const cadence = this.rules.book().value<SelfCheckCadence>('self-check.cadence', { regionCode }, at);
    const period = periodAround(monthsFor(industry, cadence), at);
    return {
      ...{ id: this.ids.next(at), enterpriseId, regionCode, periodFrom: period.from, periodTo: period.to },
      ...{ dueOn: dueOnOf(period, cadence, at), openedAt: at },
      ...{ ledBy: null, signedName: null, signatureId: null, signedAt: null },
    };
  }
}
