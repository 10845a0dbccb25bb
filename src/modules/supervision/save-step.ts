import { Injectable } from '@nestjs/common';
import type { ViolationCase, ViolationStep } from '../../domain/violations/steps/violation-step';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { ViolationStore } from './violation.store';

/** A violation, locked by the caller's transaction, and the step that it takes. */
export interface TakenStep {
  readonly violation: Pick<ViolationCase, 'id' | 'regionCode'>;
  readonly step: ViolationStep;
}

/** The one way a violation changes: what the domain decided is written, with history, audit trail and news. */
@Injectable()
export class SaveStep {
  constructor(
    private readonly store: ViolationStore,
    private readonly journal: Journal,
  ) {}

  async saveSteps(tx: Tx, actor: Actor, at: Instant, taken: readonly TakenStep[]): Promise<void> {
    for (const { violation, step } of taken) await this.store.change(tx, violation.id, step);
    this.recordSteps(tx, actor, at, taken);
  }

  /** Of steps whose change was written by a statement for many rows at once. */
  recordSteps(tx: Tx, actor: Actor, at: Instant, taken: readonly TakenStep[]): void {
    if (taken.length === 0) return;
    this.store.addHistory(
      tx,
      taken.map(({ violation, step }) => ({
        ...step.records.history,
        violationId: violation.id,
        byUser: actor.userId,
        byName: actor.name,
      })),
      at,
    );
    this.journal.record(
      tx,
      actor,
      at,
      taken.map(({ violation: { id, regionCode }, step }) => ({
        ...step.records.audit,
        entity: 'violation',
        entityId: id,
        regionCode,
      })),
      taken.flatMap(({ step }) => step.news),
    );
  }
}
