import { Injectable } from '@nestjs/common';
import { liveCurrent } from '../../domain/arcs/live-current';
import { operationsByProcess } from '../../domain/certificates/covers-process';
import { judgeEnding, worksUntil, type Ending } from '../../domain/jobs/ending';
import type { Finding } from '../../domain/authorization/finding';
import type { Control } from '../../domain/registry/machine';
import { standingAt, type StopOrder } from '../../domain/jobs/stop-order';
import type { EndReason, JobState } from '../../domain/jobs/job';
import { MINUTE, isoTime, isoTimeOrNull, type Instant } from '../../kernel/time';
import { subtreeRange } from '../../kernel/region-code';
import { columnsOf } from '../../platform/database/columns';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Call } from '../../platform/auth/request';
import { Catalogue } from '../../platform/i18n/catalogue';
import type { Language } from '../../kernel/language';
import { JobRow } from '../../schema/jobs/job.row';
import { RulesReader } from '../rules/rules.reader';
import { endingFacts } from './ending-facts';
import { ENDING_COLUMNS, ENDING_JOINS, type EndingRow } from './endings.view';
import { explained } from './explained';
import type { JobQuery } from './job-request.dto';
import type { JobPhotoAsk, JobStopOrder, JobView, JobWarning } from './job.dto';
import { standingSql } from './stop-orders/stops.sql';

const OF_JOB = ['outlet', 'machineId', 'endedAt', 'arcMs'] as const satisfies readonly (keyof JobRow)[];

interface JobViewRow extends EndingRow, Readonly<Pick<JobRow, (typeof OF_JOB)[number]>> {
  readonly control: Control;
  readonly endReason: EndReason | null;
  readonly machineCode: string;
  readonly machineModel: string;
  readonly welderName: string;
  readonly enterpriseId: string | null;
  readonly enterpriseName: string | null;
  readonly permitNumber: string | null;
  readonly currentA: number | null;
  readonly stopOrder: (Omit<JobStopOrder, 'standing' | 'dueAt'> & StopOrder) | null;
  readonly photoAsk: JobPhotoAsk | null;
  readonly allowed: boolean | null;
  readonly findings: Finding[] | null;
}

const utc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const named = (of: string): string => `(select u.name from users u where u.id = ${of})`;
const STOP_ORDER = `(select jsonb_build_object('standing', s.standing, 'reason', s.reason, 'orderedBy', ${named('s.ordered_by')},
  'orderedAt', ${utc('s.ordered_at')}, 'photoId', s.photo_id, 'dueAt', ${epochMs('s.due_at')}, 'decidedBy', ${named('s.decided_by')},
  'decidedAt', ${utc('s.decided_at')}, 'note', s.note) from job_stop_orders s where s.job_id = j.id)`;
const PHOTO_ASK = `(select jsonb_build_object('askedAt', ${utc('a.asked_at')}, 'dueAt', ${utc('a.due_at')}, 'answeredAt', ${utc('a.answered_at')})
  from job_photo_asks a where a.job_id = j.id and a.asked_at is not null)`;

/** `$2`: see the columns of endings. */
const SHOWN = `
  select ${ENDING_COLUMNS}, ${columnsOf(JobRow, 'j', [...OF_JOB, 'control', 'endReason'])}, m.code as "machineCode", m.model as "machineModel",
    w.name as "welderName", e.id as "enterpriseId", e.name as "enterpriseName", p.number as "permitNumber", cs.current_a as "currentA",
    d.allowed, d.findings, ${STOP_ORDER} as "stopOrder", ${PHOTO_ASK} as "photoAsk"
  from jobs j ${ENDING_JOINS} join welders w on w.id = j.welder_id left join enterprises e on e.id = j.enterprise_id`;

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
           and ${standingSql('s', '$13')} = $12))
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
    const rows = await tx.prepared<JobViewRow>(`${SHOWN} where j.id = any($1) order by j.id desc`, [
      ids,
      this.operationTable(at),
    ]);
    return rows.map((row) => this.toView(row, language, at));
  }

  /** Whoever starts or ends a job waits for this. */
  async one({ tx, language, at }: Call, id: string): Promise<JobView> {
    const [row] = await tx.planned<JobViewRow>(`${SHOWN} where j.id = $1`, [id, this.operationTable(at)]);
    if (!row) throw new Error(`job ${id} is gone`);
    return this.toView(row, language, at);
  }

  private operationTable(at: Instant): string {
    return JSON.stringify(operationsByProcess(this.rules.book(), at));
  }

  private toView(row: JobViewRow, language: Language, at: Instant): JobView {
    const runningAt = isoTimeOrNull(row.runningAt);
    const workUntil = new Date(this.workUntil(row, at)).toISOString();
    const live =
      row.state === 'running' && row.chipNo !== null ? { currentA: liveCurrent(row.arcOpen, row.currentA) } : null;
    return {
      id: row.id,
      state: row.state as JobState,
      control: row.control,
      outlet: row.outlet,
      machineId: row.machineId,
      machine: {
        id: row.machineId,
        code: row.machineCode,
        model: row.machineModel,
        process: row.process,
      },
      welderId: row.welderId,
      welder: { id: row.welderId, name: row.welderName },
      enterprise: row.enterpriseId === null ? null : { id: row.enterpriseId, name: row.enterpriseName ?? '' },
      permitId: row.permitId,
      permit:
        row.permitId === null
          ? null
          : { id: row.permitId, number: row.permitNumber ?? '', plannedEnd: isoTime(row.plannedEnd!) },
      reservedAt: isoTime(row.reservedAt),
      runningAt,
      startedAt: runningAt,
      endedAt: isoTimeOrNull(row.endedAt),
      workUntil,
      until: workUntil,
      arcMs: Number(row.arcMs),
      arcOpen: row.arcOpen,
      live,
      currentA: live?.currentA ?? null,
      warnings: this.warningsOf(row, language, at),
      endReason: row.endReason,
      photoAsk: row.photoAsk,
      stopOrder: stopShown(row, at),
      decision: row.findings && explained({ allowed: row.allowed === true, findings: row.findings }, language),
    };
  }

  /** A special period or a night may have been set since the job began; once over, a job keeps what it was given. */
  private workUntil(row: JobViewRow, at: Instant): Instant {
    const open = row.state === 'reserved' || row.state === 'running';
    return open ? worksUntil(endingFacts(row, this.rules.book(), at)) : row.workUntil;
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

const stopShown = ({ stopOrder: order }: JobViewRow, at: Instant): JobStopOrder | null =>
  order && {
    ...order,
    standing: standingAt(order, at),
    dueAt: isoTimeOrNull(order.dueAt),
  };

function warning(ending: Ending): { reason: EndReason; end: Instant }[] {
  if (ending.kind === 'warn') return [{ reason: ending.reason, end: ending.end }];
  return ending.kind === 'when-arc-stops' ? [{ reason: ending.reason, end: ending.latest }] : [];
}
