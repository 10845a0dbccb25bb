import { Injectable } from '@nestjs/common';
import type { EndReason, JobState } from '../../domain/jobs/job';
import type { Control } from '../../domain/registry/machine';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { JobRow } from '../../schema/jobs/job.row';
import { DECISION_COLUMNS, decisionValues, type DecisionRecord } from './decision.store';
import { type NewJob, unlockOf } from './new-job';

const OWN = [
  'id', 'machineId', 'outlet', 'chipNo', 'boot', 'welderId', 'permitId', 'startedBy', 'runningAt', 'regionCode', 'enterpriseId',
] as const satisfies readonly (keyof JobRow)[]; // prettier-ignore
const COLUMNS = columnsOf(JobRow, 'j', [...OWN, 'control', 'source', 'state', 'endReason']);

/** An open or ended job as those need it who change it. */
export interface Job extends Readonly<Pick<JobRow, (typeof OWN)[number]>> {
  readonly control: Control;
  readonly source: 'online' | 'offline' | 'paper';
  readonly state: JobState;
  readonly endReason: EndReason | null;
}

export interface EndedJob {
  readonly id: string;
  readonly state: JobState;
  readonly reason: EndReason;
}

/**
 * Decision, job and command in one statement; the unique indexes decide between two at once. A lock without job that is
 * still open is taken back: sent once more it would cut the new job.
 */
const RESERVE = `
  with decision as (
    insert into decisions (${DECISION_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    on conflict (id) do update set findings = excluded.findings, finding_codes = excluded.finding_codes, facts = excluded.facts
  ), job as (
    insert into jobs (id, machine_id, outlet, control, chip_no, boot, welder_id, automatic, permit_id, designated_area_id,
      enterprise_id, region_code, decision_id, started_by, source, state, reserved_at, running_at, work_until, idle_limit_s,
      lat, lng, accuracy_m, photo_id, practice_id)
    values ($15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $1, $27, 'online', $28, $2,
      case when $28 = 'running' then $2::timestamptz end, $29, $30, $31, $32, $33, $34, $38)
    on conflict do nothing returning id, chip_no
  ), superseded as (
    update chip_commands c set answered_at = $2, next_at = null, error = 'superseded' from job
    where c.chip_no = job.chip_no and c.kind = 'lock' and c.job_id is null and c.answered_at is null
  ), command as (
    insert into chip_commands (id, chip_no, kind, job_id, payload, created_at, expires_at, next_at)
    select $35, job.chip_no, 'unlock', job.id, $36, $2, $2::timestamptz + $37 * interval '1 millisecond', $2 from job where job.chip_no is not null
  )
  select id from job`;

@Injectable()
export class JobStore {
  /** False where another job holds the outlet or the welder: nothing but the decision was stored then. */
  async reserve(tx: Tx, record: DecisionRecord, job: NewJob, commandId: string): Promise<boolean> {
    const rows = await tx.prepared(RESERVE, [
      ...decisionValues(record),
      ...[
        job.id,
        job.machineId,
        job.outlet,
        job.control,
        job.chipNo,
        job.boot,
        job.welderId,
        job.automatic,
        job.permitId,
      ],
      ...[
        job.designatedAreaId,
        job.enterpriseId,
        job.regionCode,
        job.startedBy,
        job.state,
        new Date(job.workUntil),
        job.idleLimitS,
      ],
      ...[job.position?.lat ?? null, job.position?.lng ?? null, job.position?.accuracyM ?? null, job.photoId],
      ...[commandId, JSON.stringify(unlockOf(job)), job.reservationMs, job.practiceId],
    ]);
    return rows.length > 0;
  }

  async find(tx: Tx, id: string): Promise<Job | null> {
    const [job] = await tx.prepared<Job>(`select ${COLUMNS} from jobs j where id = $1`, [id]);
    return job ?? null;
  }

  /** In order of id, so that two who lock several never wait in a ring. */
  lock(tx: Tx, ids: readonly string[]): Promise<Job[]> {
    return tx.prepared<Job>(`select ${COLUMNS} from jobs j where id = any($1) order by id for update`, [ids]);
  }

  lockOpenOfChips(tx: Tx, chipNos: readonly string[]): Promise<Job[]> {
    return tx.prepared<Job>(
      `select ${COLUMNS} from jobs j where chip_no = any($1) and state in ('reserved', 'running') order by id for update`,
      [chipNos],
    );
  }

  run(tx: Tx, id: string, at: Instant): void {
    tx.send(`update jobs set state = 'running', running_at = $2 where id = $1`, [id, new Date(at)]);
  }

  /** Its unlock, if it was not sent yet or would be sent again, stays in the drawer; a late answer to it is still understood. */
  end(tx: Tx, ended: readonly EndedJob[], at: Instant): void {
    tx.send(
      `with ended as (
         update jobs j set state = e.state, end_reason = e.reason, ended_at = $2, arc_open = false
         from jsonb_to_recordset($1::jsonb) as e(id text, state text, reason text) where j.id = e.id returning j.id, j.chip_no
       )
       update chip_commands c set next_at = null from ended
       where c.chip_no = ended.chip_no and c.job_id = ended.id and c.kind = 'unlock' and c.answered_at is null and c.next_at is not null`,
      [JSON.stringify(ended), new Date(at)],
    );
  }

  /** Of the given jobs' machines those on which no job is open any more. */
  async freeMachines(tx: Tx, machineIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.prepared<{ id: string }>(
      `select m.id from unnest($1::text[]) m(id)
       where not exists (select 1 from jobs j where j.machine_id = m.id and j.state in ('reserved', 'running'))`,
      [machineIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
