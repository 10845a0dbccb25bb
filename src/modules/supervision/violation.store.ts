import { Injectable } from '@nestjs/common';
import type { Certainty, Grade, Source, ViolationKind } from '../../domain/violations/violation-kinds';
import type { ViolationState } from '../../domain/violations/violation-life-cycle';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

export interface NewViolation {
  readonly id: string;
  readonly kind: ViolationKind;
  readonly grade: Grade;
  readonly severity: number;
  readonly certainty: Certainty;
  readonly source: Source;
  readonly cause: string;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  readonly machineId: string | null;
  readonly chipNo: string | null;
  readonly welderId: string | null;
  readonly permitId: string | null;
  readonly jobId: string | null;
  readonly arcId: string | null;
  readonly place: string | null;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly description: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly photoIds: readonly string[];
  readonly occurrences: number;
  readonly foundAt: Instant;
  readonly lastAt: Instant;
}

/** What one cause came to: a new violation, or one more occurrence of the open one. */
export interface RaisedRow {
  readonly id: string;
  readonly cause: string;
  readonly isNew: boolean;
  readonly occurrences: number;
}

/** A violation as commands and detectors change it. */
export interface ViolationRecord {
  readonly id: string;
  readonly kind: ViolationKind;
  readonly grade: Grade;
  readonly severity: 1 | 2 | 3;
  readonly state: ViolationState;
  readonly certainty: Certainty;
  readonly cause: string;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  readonly machineId: string | null;
  readonly chipNo: string | null;
  readonly assignedTo: string | null;
  readonly rectifiedBy: string | null;
  readonly dueAt: Date | null;
}

const RECORD = `id, kind, grade, severity, state, certainty, cause, region_code as "regionCode", enterprise_id as "enterpriseId",
  machine_id as "machineId", chip_no as "chipNo", assigned_to as "assignedTo", rectified_by as "rectifiedBy", due_at as "dueAt"`;

const RAISE = `
  insert into violations (id, kind, grade, severity, state, certainty, source, cause, region_code, enterprise_id, machine_id, chip_no,
    welder_id, permit_id, job_id, arc_id, place, lat, lng, description, evidence, photo_ids, occurrences, found_at, last_at, raised_at, raised_by)
  select f.id, f.kind, f.grade, f.severity, 'open', f.certainty, f.source, f.cause, f."regionCode", f."enterpriseId", f."machineId", f."chipNo",
    f."welderId", f."permitId", f."jobId", f."arcId", f.place, f.lat, f.lng, f.description, f.evidence,
    array(select jsonb_array_elements_text(f."photoIds")), f.occurrences,
    to_timestamp(f."foundAt" / 1000.0), to_timestamp(f."lastAt" / 1000.0), $2, $3
  from jsonb_to_recordset($1::jsonb) as f(id text, kind text, grade text, severity int, certainty text, source text, cause text,
    "regionCode" text, "enterpriseId" text, "machineId" text, "chipNo" text, "welderId" text, "permitId" text, "jobId" text, "arcId" text,
    place text, lat double precision, lng double precision, description text, evidence jsonb, "photoIds" jsonb, occurrences int,
    "foundAt" bigint, "lastAt" bigint)
  order by f.cause
  on conflict (cause) where state not in ('closed', 'withdrawn') do update set
    occurrences = violations.occurrences + excluded.occurrences,
    last_at = greatest(violations.last_at, excluded.last_at),
    certainty = 'confirmed'
  returning id, cause, xmax = 0 as "isNew", occurrences`;

/** Violations, their history, and the arcs they stand on. */
@Injectable()
export class ViolationStore {
  /** One row a cause at most: `on conflict` cannot meet one row twice. What is seen again is no longer provisional. */
  raise(tx: Tx, violations: readonly NewViolation[], raisedBy: string | null, at: Instant): Promise<RaisedRow[]> {
    return tx.query<RaisedRow>(RAISE, [JSON.stringify(violations), new Date(at), raisedBy]);
  }

  async lock(tx: Tx, id: string): Promise<ViolationRecord | null> {
    const rows = await tx.query<ViolationRecord>(`select ${RECORD} from violations where id = $1 for update`, [id]);
    return rows[0] ?? null;
  }

  async openOf(tx: Tx, cause: string): Promise<string | null> {
    const rows = await tx.query<{ id: string }>(
      `select id from violations where cause = $1 and state not in ('closed', 'withdrawn')`,
      [cause],
    );
    return rows[0]?.id ?? null;
  }

  /** Sets the named columns; the caller holds the row's lock. */
  async change(tx: Tx, id: string, changes: Partial<Record<ChangeableColumn, unknown>>): Promise<void> {
    const columns = Object.keys(changes) as ChangeableColumn[];
    const sets = columns.map((column, i) => `${column} = $${i + 2}`);
    await tx.query(`update violations set ${[...sets, 'version = version + 1'].join(', ')} where id = $1`, [
      id,
      ...columns.map((column) => changes[column]),
    ]);
  }

  async addHistory(tx: Tx, entries: readonly HistoryEntry[], at: Instant): Promise<void> {
    await tx.query(
      `insert into violation_history (violation_id, at, command, from_state, to_state, by_user, by_name, detail)
       select h."violationId", $2, h.command, h."from", h."to", h."byUser", h."byName", h.detail
       from jsonb_to_recordset($1::jsonb) as h("violationId" text, command text, "from" text, "to" text, "byUser" text, "byName" text, detail jsonb)`,
      [JSON.stringify(entries), new Date(at)],
    );
  }

  async linkArcs(tx: Tx, links: readonly { violationId: string; arcId: string }[], at: Instant): Promise<void> {
    await tx.query(
      `insert into violation_arcs (violation_id, arc_id, linked_at)
       select l.*, $3::timestamptz from unnest($1::text[], $2::text[]) as l(violation_id, arc_id)
       on conflict (violation_id, arc_id) do update set cleared_at = null`,
      [links.map((one) => one.violationId), links.map((one) => one.arcId), new Date(at)],
    );
  }

  /** The provisional violations of these kinds that stand on these arcs are confirmed; those that changed come back. */
  confirmByArcs(tx: Tx, kinds: readonly string[], arcIds: readonly string[]): Promise<ViolationRecord[]> {
    return tx.query<ViolationRecord>(
      `update violations set certainty = 'confirmed' where certainty = 'provisional' and id in (
         select v.id from unnest($1::text[], $2::text[]) as k(kind, arc_id)
         join violation_arcs l on l.arc_id = k.arc_id and l.cleared_at is null
         join violations v on v.id = l.violation_id and v.kind = k.kind
         where v.certainty = 'provisional' and v.state not in ('closed', 'withdrawn'))
       returning ${RECORD}`,
      [kinds, arcIds],
    );
  }

  /** Takes arcs off the violations of these kinds, counts what still stands, and gives back each with that number. */
  async clearArcs(tx: Tx, kinds: readonly string[], arcIds: readonly string[], at: Instant): Promise<(ViolationRecord & { standing: number })[]> {
    const touched = await tx.query<{ violation_id: string }>(
      `update violation_arcs l set cleared_at = $3 from violations v, unnest($1::text[], $2::text[]) as k(kind, arc_id)
       where l.arc_id = k.arc_id and l.cleared_at is null and v.id = l.violation_id and v.kind = k.kind
       returning l.violation_id`,
      [kinds, arcIds, new Date(at)],
    );
    const ids = [...new Set(touched.map((row) => row.violation_id))].sort();
    const locked = await tx.query<ViolationRecord>(`select ${RECORD} from violations where id = any($1) order by id for update`, [ids]);
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

export type ChangeableColumn =
  | 'state' | 'certainty' | 'severity' | 'assigned_to' | 'due_at' | 'rectified_by' | 'rectified_at' | 'reviewed_by' | 'closed_at'; // prettier-ignore

export interface HistoryEntry {
  readonly violationId: string;
  readonly command: string;
  readonly from: ViolationState | null;
  readonly to: ViolationState;
  readonly byUser: string | null;
  readonly byName: string;
  readonly detail: Readonly<Record<string, unknown>>;
}
