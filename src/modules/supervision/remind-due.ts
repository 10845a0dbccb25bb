import { Injectable } from '@nestjs/common';
import { remind } from '../../domain/violations/steps/escalate';
import { MINUTE, type Instant } from '../../kernel/time';
import { systemActor } from '../../platform/auth/caller';
import { Config, runsTimers } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';
import { RulesReader } from '../rules/rules.reader';
import { SaveStep, type TakenStep } from './save-step';
import { ViolationStore, type DatedRecord } from './violation.store';

const TIMER = systemActor('timer');
/** The most that rule `supervision.reminder-days` admits. */
const FARTHEST_DAYS = 60;

/** Whoever has to put something right is told before the date comes, not only after it. */
@Injectable()
export class RemindDue extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: RulesReader,
    private readonly store: ViolationStore,
    private readonly saveStep: SaveStep,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'remind-due', everyMs: MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('remind-due'), async (tx) => {
      const coming = await this.store.lockDueSoon(tx, at, FARTHEST_DAYS);
      await this.saveStep.saveSteps(tx, TIMER, at, coming.flatMap((violation) => this.stepOf(violation, at))); // prettier-ignore
    });
  }

  private stepOf(violation: DatedRecord, at: Instant): TakenStep[] {
    const { regionCode } = violation;
    const days = this.rules.book().value<readonly number[]>('supervision.reminder-days', { regionCode }, at);
    const step = remind(violation, days, at);
    return step === null ? [] : [{ violation, step }];
  }
}
