import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Actor } from '../auth/caller';
import type { Tx } from '../database/unit-of-work';

/** One write, for the audit trail. `before` and `after` hold no clear personal data: masked or left out. */
export interface AuditEntry {
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly regionCode?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** News for other features, the event stream and the change feed. The three lists say who may hear of it. */
export interface DomainEvent {
  readonly type: string;
  readonly entity: string;
  readonly entityId: string;
  readonly regionCode: string | null;
  readonly enterpriseIds?: readonly string[];
  readonly userIds?: readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
}

const WRITE = `
  with audited as (
    insert into audit_entries (at, actor_id, actor_name, address, action, entity, entity_id, region_code, before, after)
    select $1, $2, $3, $4, e.action, e.entity, e."entityId", coalesce(e."regionCode", ''), e.before, e.after
    from jsonb_to_recordset($5::jsonb) as e(action text, entity text, "entityId" text, "regionCode" text, before jsonb, after jsonb)
  )
  insert into outbox (type, at, entity, entity_id, region_code, enterprise_ids, user_ids, data)
  select e.type, $1, e.entity, e."entityId", coalesce(e."regionCode", ''), coalesce(e."enterpriseIds", '{}'),
    coalesce(e."userIds", '{}'), coalesce(e.data, '{}')
  from jsonb_to_recordset($6::jsonb) as e(type text, entity text, "entityId" text, "regionCode" text,
    "enterpriseIds" text[], "userIds" text[], data jsonb)`;

/** Writes audit entries and events inside the caller's transaction: all of a change is kept, or nothing of it. */
@Injectable()
export class Journal {
  record(tx: Tx, actor: Actor, at: Instant, entries: readonly AuditEntry[], events: readonly DomainEvent[] = []): void {
    if (entries.length === 0 && events.length === 0) return;
    tx.send(WRITE, [
      new Date(at),
      actor.userId,
      actor.userId === null ? actor.name : '', // a person is an id: what they are called stands with them alone
      actor.address,
      JSON.stringify(entries),
      JSON.stringify(events),
    ]);
  }
}
