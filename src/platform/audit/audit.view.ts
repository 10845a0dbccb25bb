import { Injectable } from '@nestjs/common';
import { subtreeRange } from '../../kernel/region-code';
import { instantOf } from '../../kernel/rfc3339';
import { isoTime } from '../../kernel/time';
import type { AuditEntryRow } from '../../schema/platform/audit-entry.row';
import type { Request } from '../auth/request';
import { systemScope } from '../database/scope';
import { UnitOfWork } from '../database/unit-of-work';
import { toPage } from '../http/page';
import type { AuditEntryView, AuditPage, AuditQuery } from './audit.dto';

type EntryRow = Omit<AuditEntryRow, 'xid'>;

/** Who did what. The table stands outside row level security, so the reader's region is in the query. */
@Injectable()
export class AuditTrail {
  constructor(private readonly uow: UnitOfWork) {}

  async list(
    { caller: { scope } }: Request,
    { entity, id, actorId, action, from: since, to: until, limit, cursor }: AuditQuery,
  ): Promise<AuditPage> {
    if (scope.kind !== 'region') return { items: [], nextCursor: null };
    const { from, to } = subtreeRange(scope.regionCode);
    const rows = await this.uow.run(systemScope('audit-trail'), (tx) =>
      tx.query<EntryRow>(
        `select id, at, actor_id as "actorId", address, action, entity, entity_id as "entityId", region_code as "regionCode", before, after,
           coalesce((select u.name from users u where u.id = e.actor_id), actor_name) as "actorName"
         from audit_entries e where region_code >= $1 and region_code < $2
           and ($3::text is null or entity = $3) and ($4::text is null or entity_id = $4)
           and ($5::text is null or actor_id = $5) and ($6::text is null or action = $6)
           and ($7::bigint is null or id < $7) and ($9::timestamptz is null or at >= $9) and ($10::timestamptz is null or at < $10)
         order by id desc limit $8`,
        [
          from,
          to,
          entity ?? null,
          id ?? null,
          actorId ?? null,
          action ?? null,
          numberIn(cursor),
          limit + 1,
          timeIn(since),
          timeIn(until),
        ],
      ),
    );
    const page = toPage(rows, limit, (row) => row.id);
    return { ...page, items: page.items.map(toView) };
  }
}

const timeIn = (text: string | undefined): Date | null => (text === undefined ? null : new Date(instantOf(text)));

/** A cursor that was never ours is the end of all lists. */
const numberIn = (cursor: string | undefined): string | null =>
  cursor === undefined ? null : /^\d{1,18}$/.test(cursor) ? cursor : '0';

const toView = (row: EntryRow): AuditEntryView => ({
  id: row.id,
  at: isoTime(row.at),
  actor: { id: row.actorId, name: row.actorName, address: row.address },
  action: row.action,
  entity: { kind: row.entity, id: row.entityId },
  regionCode: row.regionCode === '' ? null : row.regionCode,
  before: row.before,
  after: row.after,
});
