import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { ESCALATION_LEVELS, type EscalationLevel } from '../../domain/violations/escalation';
import type { NewViolation, RaisedCause } from '../../domain/violations/steps/raise';
import type { HistoryLine, ViolationCase, ViolationChanges, ViolationStep } from '../../domain/violations/steps/violation-step'; // prettier-ignore
import type { Position } from '../../kernel/geo';
import { DAY, type Instant } from '../../kernel/time';
import { columnName, columnsOf, columnValue } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { ViolationRow } from '../../schema/supervision/violation.row';
import { isOpenSql } from './open-cases.sql';

const NAMES = [
  'id', 'kind', 'grade', 'severity', 'state', 'certainty', 'cause', 'regionCode', 'enterpriseId', 'machineId', 'chipNo', 'welderId',
  'assignedTo', 'assignedEnterprise', 'rectifiers', 'dueAt', 'version', 'falseRectifications', 'remindedAt',
] as const; // prettier-ignore

/** A violation as commands and detectors change it. */
export interface ViolationRecord
  extends
    ViolationCase,
    Readonly<Pick<ViolationRow, 'cause' | 'welderId' | 'dueAt' | 'version' | 'falseRectifications' | 'remindedAt'>> {
  readonly rectifiers: readonly string[];
  readonly majorHazard: boolean;
  readonly listed: boolean;
  readonly supervised: boolean;
  readonly handedOver: boolean;
}

/** One that is past its due date. */
export type OverdueRecord = ViolationRecord & { readonly dueAt: Instant; readonly escalatedTo: EscalationLevel | null };

export type DatedRecord = ViolationRecord & { readonly dueAt: Instant };

/** At most so many at once; the rest in the next turn. */
const BATCH = 500;

/** What has been done about a major hazard and a clue. */
const FOLLOWED = `major_basis is not null as "majorHazard", listed_at is not null as listed, supervised_at is not null as supervised,
  handed_over_at is not null as "handedOver"`;

/** The columns of a record, where violations are called `alias`. */
export const recordOf = (alias: string): string => `${columnsOf(ViolationRow, alias, NAMES)}, ${FOLLOWED}`;
export const RECORD = recordOf('violations');

const UNTOLD = `major_basis is not null and told_at is null and ${isOpenSql('state')} and certainty = 'confirmed'
  and enterprise_id is not null`;

const RAISE = `
  insert into violations (id, kind, grade, severity, major_basis, state, certainty, source, cause, region_code, enterprise_id, machine_id, chip_no,
    welder_id, permit_id, job_id, arc_id, place, lat, lng, description, evidence, photo_ids, occurrences, found_at, last_at, due_at,
    raised_at, raised_by)
  select f.id, f.kind, f.grade, f.severity, f."majorBasis", 'open', f.certainty, f.source, f.cause, f."regionCode", f."enterpriseId", f."machineId", f."chipNo",
    f."welderId", f."permitId", f."jobId", f."arcId", f.place, f.lat, f.lng, f.description, f.evidence,
    array(select jsonb_array_elements_text(f."photoIds")), f.occurrences,
    to_timestamp(f."foundAt" / 1000.0), to_timestamp(f."lastAt" / 1000.0), to_timestamp(f."dueAt" / 1000.0), $2, $3
  from jsonb_to_recordset($1::jsonb) as f(id text, kind text, grade text, severity int, "majorBasis" jsonb, certainty text, source text, cause text,
    "regionCode" text, "enterpriseId" text, "machineId" text, "chipNo" text, "welderId" text, "permitId" text, "jobId" text, "arcId" text,
    place text, lat double precision, lng double precision, description text, evidence jsonb, "photoIds" jsonb, occurrences int,
    "foundAt" bigint, "lastAt" bigint, "dueAt" bigint)
  order by f.cause
  on conflict (cause) where ${isOpenSql('state')} do update set
    occurrences = violations.occurrences + excluded.occurrences,
    last_at = greatest(violations.last_at, excluded.last_at),
    certainty = 'confirmed'
  returning id, cause, xmax = 0 as "isNew", occurrences`;

/** Violations and their history. */
@Injectable()
export class ViolationStore {
  /** One row a cause at most: `on conflict` cannot meet one row twice. What is seen again is no longer provisional. */
  raise(tx: Tx, violations: readonly NewViolation[], raisedBy: string | null, at: Instant): Promise<RaisedCause[]> {
    return tx.query<RaisedCause>(RAISE, [JSON.stringify(violations), new Date(at), raisedBy]);
  }

  /** Up to which moment each of these causes has been told of, whatever became of it. */
  async toldUntil(tx: Tx, causes: readonly string[]): Promise<Map<string, Instant>> {
    const rows = await tx.query<Pick<ViolationRow, 'cause' | 'lastAt'>>(
      'select cause, max(last_at) as "lastAt" from violations where cause = any($1) group by cause',
      [causes],
    );
    return new Map(rows.map(({ cause, lastAt }) => [cause, lastAt]));
  }

  async byId(tx: Tx, id: string): Promise<ViolationRecord | null> {
    const rows = await tx.query<ViolationRecord>(`select ${RECORD} from violations where id = $1`, [id]);
    return rows[0] ?? null;
  }

  async lock(tx: Tx, id: string): Promise<ViolationRecord | null> {
    const rows = await tx.query<ViolationRecord>(`select ${RECORD} from violations where id = $1 for update`, [id]);
    return rows[0] ?? null;
  }

  /** Those that wait for this person, in the order of their ids. */
  lockAssignedTo(tx: Tx, userId: string): Promise<ViolationRecord[]> {
    return tx.query<ViolationRecord>(
      `select ${RECORD} from violations where assigned_to = $1 and state = 'assigned' order by id for update`,
      [userId],
    );
  }

  /** Where it was found; null where nobody knows. */
  async pointOf(tx: Tx, id: string): Promise<Position | null> {
    const row = await tx.rows(ViolationRow).findOne({ where: { id } });
    return row?.lat == null || row.lng === null ? null : { lat: row.lat, lng: row.lng };
  }

  /** Overdue ones that somebody may still have to be told of; the longest overdue first. Rows in other hands are left for the next turn. */
  lockOverdue(tx: Tx, at: Instant): Promise<OverdueRecord[]> {
    return tx.query<OverdueRecord>(
      `select ${RECORD}, escalated_to as "escalatedTo" from violations
       where ${isOpenSql('state')} and due_at < $1 and escalated_to is distinct from $2
       order by array_position(array['grid', 'town', 'county'], escalated_to) nulls first, due_at limit ${BATCH} for update skip locked`,
      [new Date(at), ESCALATION_LEVELS.at(-1)],
    );
  }

  /** Those in somebody's hands whose date comes within so many days; the nearest first. */
  lockDueSoon(tx: Tx, at: Instant, daysAhead: number): Promise<DatedRecord[]> {
    return tx.query<DatedRecord>(
      `select ${RECORD} from violations
       where state in ('assigned', 'rectifying') and due_at > $1 and due_at <= $2
         and (reminded_at is null or reminded_at < due_at - interval '1 day')
       order by due_at limit ${BATCH} for update skip locked`,
      [new Date(at), new Date(at + daysAhead * DAY)],
    );
  }

  /** Of these people what they have in hand and have not put right. */
  lockInHandsOf(tx: Tx, userIds: readonly string[]): Promise<ViolationRecord[]> {
    return tx.query<ViolationRecord>(
      `select ${RECORD} from violations where assigned_to = any($1) and state in ('assigned', 'rectifying')
       order by id limit ${BATCH} for update skip locked`,
      [userIds],
    );
  }

  /** Of these the ones that nobody has begun to put right. */
  lockNotBegun(tx: Tx, ids: readonly string[]): Promise<ViolationRecord[]> {
    return tx.query<ViolationRecord>(
      `select ${RECORD} from violations where id = any($1) and state in ('open', 'assigned') order by id for update skip locked`,
      [ids],
    );
  }

  /** Of these the ones that nobody took in hand and nothing confirmed. */
  lockSuspicions(tx: Tx, ids: readonly string[]): Promise<ViolationRecord[]> {
    return tx.query<ViolationRecord>(
      `select ${RECORD} from violations where id = any($1) and state = 'open' and certainty = 'provisional' order by id for update skip locked`,
      [ids],
    );
  }

  /** Major hazards of enterprises whose principal was not told yet; the oldest first. */
  async untold(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`select id from violations where ${UNTOLD} order by id limit 20`);
    return rows.map(({ id }) => id);
  }

  /** Null where another process is at it, or has done it. */
  async lockUntold(tx: Tx, id: string): Promise<ViolationRecord | null> {
    const rows = await tx.query<ViolationRecord>(
      `select ${RECORD} from violations where id = $1 and ${UNTOLD} for update skip locked`,
      [id],
    );
    return rows[0] ?? null;
  }

  async openOf(tx: Tx, cause: string): Promise<string | null> {
    const open = { cause, state: Not(In(['closed', 'withdrawn'])) };
    return (await tx.rows(ViolationRow).findOne({ where: open }))?.id ?? null;
  }

  /** Writes the state and what the step sets; evidence is added to what there is. The caller holds the row's lock. */
  async change(tx: Tx, id: string, { to, set }: Pick<ViolationStep, 'to' | 'set'>): Promise<void> {
    const changed = Object.keys(set) as (keyof ViolationChanges)[];
    const sets = changed.map((name, i) =>
      name === 'evidence' ? `evidence = evidence || $${i + 3}::jsonb` : `${columnName(ViolationRow, name)} = $${i + 3}`,
    );
    await tx.query(
      `update violations set ${['state = $2', ...sets, 'version = version + 1'].join(', ')} where id = $1`,
      [id, to, ...changed.map((name) => columnValue(ViolationRow, name, set[name]))],
    );
  }

  addHistory(tx: Tx, entries: readonly HistoryEntry[], at: Instant): void {
    tx.send(
      `insert into violation_history (violation_id, at, command, from_state, to_state, by_user, by_name, detail)
       select h."violationId", $2, h.command, h."from", h."to", h."byUser", h."byName", h.detail
       from jsonb_to_recordset($1::jsonb) as h("violationId" text, command text, "from" text, "to" text, "byUser" text, "byName" text, detail jsonb)`,
      [JSON.stringify(entries), new Date(at)],
    );
  }
}

export interface HistoryEntry extends HistoryLine {
  readonly violationId: string;
  readonly byUser: string | null;
  readonly byName: string;
}
