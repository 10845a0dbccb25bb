import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { ViolationArcRow } from '../../schema/supervision/violation-arc.row';
import { WITH_ABSORBED } from './absorbed-arcs.view';
import { isOpenSql } from './open-cases.sql';
import { RECORD, type ViolationRecord } from './violation.store';

/** The arcs that detectors' violations stand on. */
@Injectable()
export class ViolationArcsStore {
  async link(tx: Tx, links: readonly { violationId: string; arcId: string }[], at: Instant): Promise<void> {
    await tx.query(
      `insert into violation_arcs (violation_id, arc_id, linked_at)
       select l.*, $3::timestamptz from unnest($1::text[], $2::text[]) as l(violation_id, arc_id)
       on conflict (violation_id, arc_id) do update set cleared_at = null`,
      [links.map((one) => one.violationId), links.map((one) => one.arcId), new Date(at)],
    );
  }

  /** The provisional violations of these kinds that stand on these arcs are confirmed; those that changed come back. What is kept as evidence is no longer a spark. */
  confirm(tx: Tx, kinds: readonly string[], arcIds: readonly string[]): Promise<ViolationRecord[]> {
    return tx.query<ViolationRecord>(
      `update violations set certainty = 'confirmed', evidence = evidence || '{"sustained": true}'
       where certainty = 'provisional' and id in (
         select v.id from unnest($1::text[], $2::text[]) as k(kind, arc_id)
         join violation_arcs l on l.arc_id = k.arc_id and l.cleared_at is null
         join violations v on v.id = l.violation_id and v.kind = k.kind
         where v.certainty = 'provisional' and ${isOpenSql('v.state')})
       returning ${RECORD}`,
      [kinds, arcIds],
    );
  }

  /** Takes arcs, with those absorbed by them, off the violations of these kinds, counts what still stands, and gives back each with that number. */
  async clear(
    tx: Tx,
    kinds: readonly string[],
    arcIds: readonly string[],
    at: Instant,
  ): Promise<(ViolationRecord & { standing: number })[]> {
    const touched = await tx.query<Pick<ViolationArcRow, 'violationId'>>(
      `with k as (select * from unnest($1::text[], $2::text[]) as k(kind, arc_id)),
         own as (${WITH_ABSORBED})
       update violation_arcs l set cleared_at = $3 from violations v, own k
       where l.arc_id = k.arc_id and l.cleared_at is null and v.id = l.violation_id and v.kind = k.kind
       returning l.violation_id as "violationId"`,
      [kinds, arcIds, new Date(at)],
    );
    const ids = [...new Set(touched.map((row) => row.violationId))].sort();
    const locked = await tx.query<ViolationRecord>(
      `select ${RECORD} from violations where id = any($1) order by id for update`,
      [ids],
    );
    const counts = await tx.query<{ id: string; standing: number }>(
      `update violations v set occurrences = greatest(1, c.standing) from (
         select violation_id, count(*) filter (where cleared_at is null)::int as standing from violation_arcs
         where violation_id = any($1) group by violation_id) c
       where v.id = c.violation_id returning v.id, c.standing`,
      [ids],
    );
    const standing = new Map(counts.map((row) => [row.id, row.standing]));
    return locked.map((row) => ({ ...row, standing: standing.get(row.id) ?? 0 }));
  }
}
