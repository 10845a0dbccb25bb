import { Injectable } from '@nestjs/common';
import { nextLevel, type EscalationDays, type EscalationLevel } from '../../domain/violations/escalation';
import { MINUTE, type Instant } from '../../kernel/time';
import { systemActor } from '../../platform/auth/caller';
import { Config, runsTimers } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';
import { RulesReader } from '../rules/rules.reader';
import { ViolationJournal } from './violation-journal';
import { ViolationStore, type OverdueRecord } from './violation.store';

const TIMER = systemActor('timer');

/** Whatever was not put right in time is told to grid, town and county, each once. How grave it is does not change by that. */
@Injectable()
export class EscalateOverdue extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: RulesReader,
    private readonly store: ViolationStore,
    private readonly journal: ViolationJournal,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'escalate-overdue', everyMs: MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('escalate-overdue'), async (tx) => {
      const overdue = await this.store.lockOverdue(tx, at);
      const due = overdue.flatMap((violation) => {
        const level = this.levelDue(violation, at);
        return level === null ? [] : [{ violation, level }];
      });
      for (const { violation, level } of due) await this.store.change(tx, violation.id, { escalated_to: level });
      this.journal.record(
        tx,
        TIMER,
        at,
        due.map(({ violation, level }) => ({
          command: 'escalate',
          after: violation,
          from: violation.state,
          detail: { level },
          audited: { level },
          news: 'violation.overdue' as const,
          told: { level, dueAt: violation.dueAt },
        })),
      );
    });
  }

  private levelDue({ dueAt, escalatedTo, regionCode }: OverdueRecord, at: Instant): EscalationLevel | null {
    const days = this.rules.book().value<EscalationDays>('supervision.escalation-days', { regionCode }, at);
    return nextLevel(dueAt.getTime(), escalatedTo, days, at);
  }
}
