import { Injectable } from '@nestjs/common';
import { effectiveState } from '../../domain/permits/effective-state';
import type { PermitState, Regime } from '../../domain/permits/permit';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { PermitRow } from '../../schema/permits/permit.row';
import { userEnterpriseOf } from '../registry/machine-user';

const SUMMARY = [
  'id', 'number', 'code', 'level', 'enterpriseId', 'contractorId', 'regionCode', 'placeName', 'lat', 'lng', 'radiusM', 'plannedStart', 'plannedEnd',
  'applicantId', 'fireWatchId', 'watchOnAt', 'startedAt', 'finishedAt', 'watchUntil', 'closedAt', 'extendsId',
] as const satisfies readonly (keyof PermitRow)[]; // prettier-ignore

export interface PermitSummary extends Readonly<Pick<PermitRow, (typeof SUMMARY)[number]>> {
  readonly regime: Regime;
  /** At the moment asked for: expiry follows from time. */
  readonly state: PermitState;
}

const WATCHED = [
  'id',
  'level',
  'regionCode',
  'plannedEnd',
  'watchOnAt',
  'closedAt',
] as const satisfies readonly (keyof PermitRow)[];

/** A watch after work as its record tells it. */
export interface WatchAfterWork extends Readonly<Pick<PermitRow, (typeof WATCHED)[number]>> {
  readonly regime: Regime;
  readonly placeKinds: readonly string[];
  /** As stored. */
  readonly state: 'fire_watch' | 'closed' | 'expired';
  /** Null while nobody said that work was over. */
  readonly watchUntil: Instant | null;
}

/** Why a timer took the permission away. */
export type TimedSuspension = 'watcher-silent' | 'gas-test-missed';

/** Something that time, not a person, found wanting about a permit. */
export interface Lapse<T = undefined> {
  readonly id: string;
  readonly at: Instant;
  readonly reason: T;
}

const COLUMNS = columnsOf(PermitRow, 'p', [...SUMMARY, 'regime', 'state']);
const WATCH = columnsOf(PermitRow, 'p', [...WATCHED, 'regime', 'placeKinds', 'state', 'watchUntil']);

/** What later features may ask of permits. The transaction's scope decides what is there to be found. */
@Injectable()
export class PermitsReader {
  async byId(tx: Tx, id: string, at: Instant): Promise<PermitSummary | null> {
    return (await this.byIds(tx, [id], at))[0] ?? null;
  }

  async byIds(tx: Tx, ids: readonly string[], at: Instant): Promise<PermitSummary[]> {
    const rows = await tx.prepared<PermitSummary>(`select ${COLUMNS} from permits p where p.id = any($1)`, [ids]);
    return rows.map((row) => asOf(row, at));
  }

  async byCode(tx: Tx, code: string, at: Instant): Promise<PermitSummary | null> {
    const [row] = await tx.prepared<PermitSummary>(`select ${COLUMNS} from permits p where p.code = $1`, [code]);
    return row ? asOf(row, at) : null;
  }

  /** Permits in force at a moment that name any of these welders, the newest first. */
  async coveringWelders(tx: Tx, welderIds: readonly string[], at: Instant): Promise<PermitSummary[]> {
    const rows = await tx.prepared<PermitSummary>(
      `select ${COLUMNS} from permits p
       where p.id in (select w.permit_id from permit_welders w where w.welder_id = any($1))
         and p.state in ('issued', 'active', 'suspended') and p.planned_start <= $2 and $2 < p.planned_end order by p.id desc`,
      [welderIds, new Date(at)],
    );
    return rows.map((row) => asOf(row, at));
  }

  /** Permits in force at a moment that name this machine. One that names none covers any machine of its parties. */
  async coveringMachine(tx: Tx, machineId: string, at: Instant): Promise<PermitSummary[]> {
    const rows = await tx.prepared<PermitSummary>(
      `select ${COLUMNS} from permits p
       where p.state in ('issued', 'active', 'suspended') and p.planned_start <= $2 and $2 < p.planned_end
         and (p.id in (select x.permit_id from permit_machines x where x.machine_id = $1)
           or (not exists (select 1 from permit_machines x where x.permit_id = p.id)
             and (select ${userEnterpriseOf('m')} from machines m where m.id = $1) in (p.enterprise_id, p.contractor_id)))
       order by p.id desc`,
      [machineId, new Date(at)],
    );
    return rows.map((row) => asOf(row, at));
  }

  /** Watches that ran out and are still open, work that ran out since a moment and was never ended, and watches closed since. */
  watchesAfterWork(tx: Tx, at: Instant, since: Instant): Promise<WatchAfterWork[]> {
    return tx.prepared<WatchAfterWork>(
      `select ${WATCH} from permits p where p.state = 'fire_watch' and p.watch_until < $1
       union all
       select ${WATCH} from permits p where p.state = 'expired' and p.started_at is not null and p.finished_at is null and p.planned_end >= $2
       union all
       select ${WATCH} from permits p where p.closed_at >= $2 and p.state = 'closed' and p.watch_until is not null`,
      [new Date(at), new Date(since)],
    );
  }

  /** Permits that a timer has suspended and nobody has resumed. */
  suspendedByTimer(tx: Tx): Promise<Lapse<TimedSuspension>[]> {
    return tx.prepared<Lapse<TimedSuspension>>(
      `select p.id, p.suspended_at as at, p.suspend_reason as reason from permits p
       where p.state = 'suspended' and p.suspended_at is not null and p.suspend_reason in ('watcher-silent', 'gas-test-missed')`,
    );
  }

  /** Urgent permits whose signatures were found to be owed since a moment. */
  countersignsOverdue(tx: Tx, since: Instant): Promise<Lapse[]> {
    return tx.prepared<Lapse>(
      `select p.id, p.countersign_overdue_at as at from permits p where p.countersign_overdue_at >= $1`,
      [new Date(since)],
    );
  }
}

const asOf = (row: PermitSummary, at: Instant): PermitSummary => ({ ...row, state: effectiveState(row, at) });
