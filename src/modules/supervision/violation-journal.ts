import { Injectable } from '@nestjs/common';
import type { ViolationState } from '../../domain/violations/violation-life-cycle';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { violationEvent, type Told, type ViolationNews } from './violation-event';
import { ViolationStore } from './violation.store';

/** One thing that happened to a violation. */
export interface ViolationStep {
  readonly command: string;
  /** As it is now. */
  readonly after: Told & { readonly state: ViolationState };
  /** Null: it was not there before. */
  readonly from: ViolationState | null;
  /** For people, in its history. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** For the audit trail, beside state and certainty. */
  readonly audited?: Readonly<Record<string, unknown>>;
  readonly news: ViolationNews;
  /** Beside what every event of a violation tells. */
  readonly told?: Readonly<Record<string, unknown>>;
}

/** Whatever happens to a violation leaves three traces: its history for people, the audit trail, and the news. */
@Injectable()
export class ViolationJournal {
  constructor(
    private readonly store: ViolationStore,
    private readonly journal: Journal,
  ) {}

  record(tx: Tx, actor: Actor, at: Instant, steps: readonly ViolationStep[]): void {
    if (steps.length === 0) return;
    this.store.addHistory(
      tx,
      steps.map(({ after, command, from, detail = {} }) => ({
        violationId: after.id,
        command,
        from,
        to: after.state,
        byUser: actor.userId,
        byName: actor.name,
        detail,
      })),
      at,
    );
    this.journal.record(
      tx,
      actor,
      at,
      steps.map(({ after, command, from, audited }) => ({
        action: `violation.${command}`,
        entity: 'violation',
        entityId: after.id,
        regionCode: after.regionCode,
        ...(from === null ? {} : { before: { state: from } }),
        after: { state: after.state, certainty: after.certainty, severity: after.severity, ...audited },
      })),
      steps.map(({ after, news, told }) => violationEvent(news, after, told)),
    );
  }

  /** What a detector saw again: counted, told, but no step of the case. */
  seenAgain(tx: Tx, actor: Actor, at: Instant, violations: readonly Told[]): void {
    this.journal.record(tx, actor, at, [], violations.map((one) => violationEvent('violation.changed', one))); // prettier-ignore
  }
}
