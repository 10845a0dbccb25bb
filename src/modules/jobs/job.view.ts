import { Injectable } from '@nestjs/common';
import { liveCurrent } from '../../domain/arcs/live-current';
import { operationsByProcess } from '../../domain/certificates/covers-process';
import { judgeEnding, worksUntil, type Ending } from '../../domain/jobs/ending';
import type { Finding } from '../../domain/authorization/finding';
import type { Control, Process } from '../../domain/registry/machine';
import { standingAt, type StopOrder } from '../../domain/jobs/stop-order';
import type { EndReason, JobState } from '../../domain/jobs/job';
import { MINUTE, type Instant } from '../../kernel/time';
import { subtreeRange } from '../../kernel/region-code';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Call } from '../../platform/auth/request';
import { Catalogue } from '../../platform/i18n/catalogue';
import type { Language } from '../../platform/i18n/texts';
import { RulesReader } from '../rules/rules.reader';
import { endingFacts, ENDING_COLUMNS, ENDING_JOINS, type EndingRow } from './ending-facts';
import { explained } from './explained';
import type { JobQuery } from './job-request.dto';
import type { JobPhotoAsk, JobStopOrder, JobView, JobWarning } from './job.dto';

interface JobViewRow extends EndingRow {
  control: Control;
  outlet: number;
  machine_id: string;
  machine_code: string;
  machine_model: string;
  welder_name: string;
  enterprise_id: string | null;
  enterprise_name: string | null;
  permit_number: string | null;
  current_a: number | null;
  ended_at: Date | null;
  arc_ms: string;
  end_reason: EndReason | null;
  stop_order: (Omit<JobStopOrder, 'standing' | 'dueAt'> & StopOrder) | null;
  photo_ask: JobPhotoAsk | null;
  allowed: boolean | null;
  findings: Finding[] | null;
}

const utc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const named = (of: string): string => `(select u.name from users u where u.id = ${of})`;
const STOP_ORDER = `(select jsonb_build_object('standing', s.standing, 'reason', s.reason, 'orderedBy', ${named('s.ordered_by')},
  'orderedAt', ${utc('s.ordered_at')}, 'photoId', s.photo_id, 'dueAt', ${epochMs('s.due_at')}, 'decidedBy', ${named('s.decided_by')},
  'decidedAt', ${utc('s.decided_at')}, 'note', s.note) from job_stop_orders s where s.job_id = j.id)`;
const PHOTO_ASK = `(select jsonb_build_object('askedAt', ${utc('a.asked_at')}, 'dueAt', ${utc('a.due_at')}, 'answeredAt', ${utc('a.answered_at')})
  from job_photo_asks a where a.job_id = j.id and a.asked_at is not null)`;

/** Jobs as people see them. Which ones is a question to the caller's own scope, what they look like to the system's. */
@Injectable()
export class JobViews {
  constructor(
    private readonly rules: RulesReader,
    private readonly catalogue: Catalogue,
  ) {}

  /** Under the caller's scope, or the system's where only their own are asked for: one more than the page holds, newest first. */
  async visibleIds({ tx, caller, at }: Call, query: JobQuery): Promise<string[]> {
    const within = query.regionCode === undefined ? null : subtreeRange(query.regionCode);
    const rows = await tx.query<{ id: string }>(
      `select id from jobs
       where ($1::text is null or id < $1) and ($2::text is null or state = $2)
         and ($3::text is null or (region_code >= $3 and region_code < $4))
         and ($5::text is null or enterprise_id = $5) and ($6::text is null or machine_id = $6)
         and ($7::text is null or welder_id = $7) and ($8::text is null or permit_id = $8)
         and (not $9::boolean or welder_id = $10 or started_by = $11)
         and ($12::text is null or exists (select 1 from job_stop_orders s where s.job_id = jobs.id
           and case when s.standing = 'provisional' and s.due_at <= $13 then 'lapsed' else s.standing end = $12))
       order by id desc limit $14`,
      [
        query.cursor ?? null,
        query.state ?? null,
        within?.from ?? null,
        within?.to ?? null,
        query.enterpriseId ?? null,
        query.machineId ?? null,
        query.welderId ?? null,
        query.permitId ?? null,
        query.mine ?? false,
        caller.welderId,
        caller.userId,
        query.stopStanding ?? null,
        new Date(at),
        query.limit + 1,
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** Under the system's scope, newest first: machine and welder may belong to somebody else than the job. */
  async load({ tx, language, at }: Call, ids: readonly string[]): Promise<JobView[]> {
    const rows = await tx.named<JobViewRow>(
      'job-views',
      `select ${ENDING_COLUMNS}, j.control, j.outlet, j.machine_id, m.code as machine_code, m.model as machine_model,
         w.name as welder_name, e.id as enterprise_id, e.name as enterprise_name, p.number as permit_number, cs.current_a, j.ended_at, j.arc_ms, j.end_reason, d.allowed, d.findings, ${STOP_ORDER} as stop_order,
         ${PHOTO_ASK} as photo_ask
       from jobs j ${ENDING_JOINS} join welders w on w.id = j.welder_id left join enterprises e on e.id = j.enterprise_id
       where j.id = any($1) order by j.id desc`,
      [ids, this.operationTable(at)],
    );
    return rows.map((row) => this.toView(row, language, at));
  }

  async one(call: Call, id: string): Promise<JobView> {
    const [view] = await this.load(call, [id]);
    if (!view) throw new Error(`job ${id} is gone`);
    return view;
  }

  private operationTable(at: Instant): string {
    return JSON.stringify(operationsByProcess(this.rules.book(), at));
  }

  private toView(row: JobViewRow, language: Language, at: Instant): JobView {
    const runningAt = iso(row.running_at);
    const workUntil = new Date(this.workUntil(row, at)).toISOString();
    const live =
      row.state === 'running' && row.chip_no !== null ? { currentA: liveCurrent(row.arc_open, row.current_a) } : null;
    return {
      id: row.id,
      state: row.state as JobState,
      control: row.control,
      outlet: row.outlet,
      machineId: row.machine_id,
      machine: {
        id: row.machine_id,
        code: row.machine_code,
        model: row.machine_model,
        process: row.process as Process,
      },
      welderId: row.welder_id,
      welder: { id: row.welder_id, name: row.welder_name },
      enterprise: row.enterprise_id === null ? null : { id: row.enterprise_id, name: row.enterprise_name ?? '' },
      permitId: row.permit_id,
      permit:
        row.permit_id === null
          ? null
          : { id: row.permit_id, number: row.permit_number ?? '', plannedEnd: row.planned_end!.toISOString() },
      reservedAt: row.reserved_at.toISOString(),
      runningAt,
      startedAt: runningAt,
      endedAt: iso(row.ended_at),
      workUntil,
      until: workUntil,
      arcMs: Number(row.arc_ms),
      arcOpen: row.arc_open,
      live,
      currentA: live?.currentA ?? null,
      warnings: this.warningsOf(row, language, at),
      endReason: row.end_reason,
      photoAsk: row.photo_ask,
      stopOrder: stopShown(row, at),
      decision: row.findings && explained({ allowed: row.allowed === true, findings: row.findings }, language),
    };
  }

  /** A special period or a night may have been set since the job began; once over, a job keeps what it was given. */
  private workUntil(row: JobViewRow, at: Instant): Instant {
    const open = row.state === 'reserved' || row.state === 'running';
    return open ? worksUntil(endingFacts(row, this.rules.book(), at)) : row.work_until.getTime();
  }

  private warningsOf(row: JobViewRow, language: Language, at: Instant): JobWarning[] {
    if (row.state !== 'running') return [];
    const facts = endingFacts(row, this.rules.book(), at);
    return warning(judgeEnding(facts, at)).map(({ reason, end }) => ({
      code: reason,
      endsAt: new Date(end).toISOString(),
      message: this.catalogue.text(`job.ends-soon.${reason}`, language, {
        minutes: Math.max(0, Math.ceil((end - at) / MINUTE)),
      }),
    }));
  }
}

const stopShown = ({ stop_order: order }: JobViewRow, at: Instant): JobStopOrder | null =>
  order && {
    ...order,
    standing: standingAt(order, at),
    dueAt: order.dueAt === null ? null : new Date(order.dueAt).toISOString(),
  };

function warning(ending: Ending): { reason: EndReason; end: Instant }[] {
  if (ending.kind === 'warn') return [{ reason: ending.reason, end: ending.end }];
  return ending.kind === 'when-arc-stops' ? [{ reason: ending.reason, end: ending.latest }] : [];
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
