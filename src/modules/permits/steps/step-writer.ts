import { Injectable } from '@nestjs/common';
import type { News, Step } from '../../../domain/permits/steps/step';
import type { Instant } from '../../../kernel/time';
import { Journal, type AuditEntry, type DomainEvent } from '../../../platform/audit/journal';
import type { Actor } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PermitAudience, permitEvent } from '../people/audience';
import type { StoredPermit } from '../stored-permit';
import { PermitStore, type StoredChanges } from '../permit.store';
import { PermitRecordStore } from './permit-record.store';

/** Who writes, when, and in which transaction. */
export interface Writing {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly at: Instant;
}

/** Writes one decided step: records, the permit itself, its next deadline, history, audit trail and news. */
@Injectable()
export class StepWriter {
  constructor(
    private readonly permits: PermitStore,
    private readonly records: PermitRecordStore,
    private readonly audience: PermitAudience,
    private readonly journal: Journal,
  ) {}

  /** `beside`: what a code that was sent leaves on the permit. The permit as it is stored then. */
  async write({ tx, actor, at }: Writing, step: Step<StoredPermit>, beside: StoredChanges = {}): Promise<StoredPermit> {
    const { name, trace, from, to, detail, after } = step;
    for (const record of step.records) this.records.write(tx, after.id, record, at);
    this.permits.update(tx, after.id, { ...step.set, ...beside, ...(trace !== 'call' && { state: to }) });
    this.records.schedule(tx, after.id, step.dueAt);
    if (trace === 'step') {
      const { userId: byUser, name: byName, deviceHash } = actor;
      const entry = { command: name, fromState: from, toState: to, byUser, byName, deviceHash, detail };
      this.records.addHistory(tx, after.id, entry, at);
    }
    const events = await Promise.all(step.news.map((news) => this.eventOf(tx, news, after, at)));
    this.journal.record(tx, actor, at, [auditOf(step)], events);
    return { ...after, ...beside, version: after.version + 1 };
  }

  /** Help is called although the step was refused. */
  async alarm({ tx, actor, at }: Writing, permit: StoredPermit, news: News): Promise<void> {
    const entry = {
      action: news.type,
      entity: 'permit',
      entityId: permit.id,
      regionCode: permit.regionCode,
      after: {},
    };
    this.journal.record(tx, actor, at, [entry], [await this.eventOf(tx, news, permit, at)]);
  }

  private async eventOf(tx: Tx, { type, to, data }: News, permit: StoredPermit, at: Instant): Promise<DomainEvent> {
    return permitEvent(type, permit, await this.audience.usersOf(tx, to, at), data);
  }
}

/** People who are called leave the state as it was, so it is not told. */
const auditOf = ({ name, trace, from, to, detail, after }: Step<StoredPermit>): AuditEntry => ({
  action: `permit.${name}`,
  entity: 'permit',
  entityId: after.id,
  regionCode: after.regionCode,
  ...(trace === 'call' ? { after: detail } : { before: { state: from }, after: { state: to, ...detail } }),
});
