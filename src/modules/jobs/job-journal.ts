import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import { Journal, type AuditEntry, type DomainEvent } from '../../platform/audit/journal';
import type { Actor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';

interface Audience {
  readonly id: string;
  readonly region_code: string;
  readonly enterprise_ids: string[];
  readonly user_ids: string[];
  readonly machine_id: string;
  readonly permit_id: string | null;
  readonly state: string;
  readonly end_reason: string | null;
}

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
    const rows = await tx.prepared<Audience>(
      `select j.id, j.region_code, j.machine_id, j.permit_id, j.state, j.end_reason,
         array(select distinct e from unnest(array[j.enterprise_id, p.enterprise_id, p.contractor_id, m.enterprise_id]) e
           where e is not null) as enterprise_ids,
         array(select distinct u from unnest(array[j.started_by, w.id, p.fire_watch_id]) u where u is not null) as user_ids
       from jobs j join machines m on m.id = j.machine_id left join permits p on p.id = j.permit_id
         left join users w on w.welder_id = j.welder_id
       where j.id = any($1) order by j.id`,
      [ids],
    );
    return rows.map((row) => ({
      type,
      entity: 'job',
      entityId: row.id,
      regionCode: row.region_code,
      enterpriseIds: row.enterprise_ids,
      userIds: row.user_ids,
      data: { state: row.state, machineId: row.machine_id, permitId: row.permit_id, endReason: row.end_reason },
    }));
  }
}
