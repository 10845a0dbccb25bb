import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import { Journal, type AuditEntry, type DomainEvent } from '../../platform/audit/journal';
import type { Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { audienceOf } from './job-audience.view';

export type JobEntry = Omit<AuditEntry, 'entity'>;

/** Audit trail and news of jobs. The enterprises of permit and machine hear of one, its welder, its starter, its watcher. */
@Injectable()
export class JobJournal {
  constructor(private readonly journal: Journal) {}

  /** `news` is told of every job in `entries`; null: nothing that others wait for has happened. */
  async record(
    tx: Tx,
    actor: Actor,
    at: Instant,
    entries: readonly JobEntry[],
    news: 'job.started' | 'job.ended' | null,
  ): Promise<void> {
    const ids = entries.map(({ entityId }) => entityId);
    const events = news === null ? [] : await this.newsOf(tx, news, ids);
    this.journal.record(
      tx,
      actor,
      at,
      entries.map((entry) => ({ ...entry, entity: 'job' })),
      events,
    );
  }

  private async newsOf(tx: Tx, type: string, ids: readonly string[]): Promise<DomainEvent[]> {
    const rows = await audienceOf(tx, ids);
    return rows.map((row) => ({
      type,
      entity: 'job',
      entityId: row.id,
      regionCode: row.regionCode,
      enterpriseIds: row.enterpriseIds,
      userIds: row.userIds,
      data: { state: row.state, machineId: row.machineId, permitId: row.permitId, endReason: row.endReason },
    }));
  }
}
