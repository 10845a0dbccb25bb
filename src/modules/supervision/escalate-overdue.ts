import { Injectable } from '@nestjs/common';
import type { EscalationDays } from '../../domain/violations/escalation';
import { escalate } from '../../domain/violations/steps/escalate';
import { MINUTE, type Instant } from '../../kernel/time';
import { systemActor } from '../../platform/auth/caller';
import { Config, runsTimers } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';
import { RulesReader } from '../rules/rules.reader';
import { SaveStep, type TakenStep } from './save-step';
import { ViolationStore, type OverdueRecord } from './violation.store';

const TIMER = systemActor('timer');

/** Whatever was not put right in time is told to grid, town and county, each once. How grave it is does not change by that. */
@Injectable()
export class EscalateOverdue extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: RulesReader,
    private readonly store: ViolationStore,
    private readonly saveStep: SaveStep,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'escalate-overdue', everyMs: MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('escalate-overdue'), async (tx) => {
      const overdue = await this.store.lockOverdue(tx, at);
      const taken = overdue.flatMap((violation) => this.stepOf(violation, at));
      await this.saveStep.saveSteps(tx, TIMER, at, taken);
    });
  }

  private stepOf(violation: OverdueRecord, at: Instant): TakenStep[] {
    const { dueAt, regionCode } = violation;
    const days = this.rules.book().value<EscalationDays>('supervision.escalation-days', { regionCode }, at);
    const step = escalate({ ...violation, dueAt: dueAt }, days, at);
    return step === null ? [] : [{ violation, step }];
  }
}
