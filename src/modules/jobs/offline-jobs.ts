import { Injectable } from '@nestjs/common';
import type { ChipObservation, DatedBoot, OfflineUnlock } from '../../domain/arcs/arc';
import type { Bounds } from '../../domain/arcs/boot-bounds';
import { typedInTime } from '../../domain/jobs/offline-window';
import { idleLimitS } from '../../domain/jobs/job-limits';
import { endedByVoid } from '../../domain/jobs/voided-code';
import { HOUR, type Instant } from '../../kernel/time';
import { systemActor } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import { JobJournal } from './job-journal';
import { OfflineCodeStore } from './offline-code.store';
import { unusedCode, type TypedCode } from './offline-codes.view';
import { VoidedCodes } from './voided-codes.view';
import { timestamp } from '../../platform/database/timestamp';

const CHIP = systemActor('chip');

/** Jobs that a chip began by itself with a one-time code. Without a code of ours behind it there is no job: its arcs will say so. */
@Injectable()
export class OfflineJobs {
  constructor(
    private readonly codes: OfflineCodeStore,
    private readonly rules: RulesReader,
    private readonly journal: JobJournal,
    private readonly voided: VoidedCodes,
  ) {}

  /**
   * Judged by event time: a code typed too late, or for other hours, authorised nothing. Reported twice it is one job.
   * Returns what the code tells of a boot whose time is not known.
   */
  async begin(tx: Tx, seen: ChipObservation, unlock: OfflineUnlock, at: Instant): Promise<DatedBoot | null> {
    const code = await unusedCode(tx, seen.chipNo, unlock.counter);
    if (!code || code.hours !== unlock.hours) return null;
    const typed = typedInTime(code, unlock);
    if (!typed || !(await this.insert(tx, seen, { ...unlock, at: typed.latest }, code, at))) return null;
    await this.codes.markUsed(tx, code.id, unlock.jobId, at);
    const entry = {
      action: 'job.start-offline',
      entityId: unlock.jobId,
      after: { counter: unlock.counter, hours: unlock.hours },
    };
    await this.journal.record(tx, CHIP, at, [entry], 'job.started');
    return unlock.possible && datedBy(seen.chipNo, unlock, typed);
  }

  /**
   * Open where its time is not over and nothing else holds outlet and welder; otherwise kept as ended, because what
   * happened happened.
   */
  private async insert(
    tx: Tx,
    seen: ChipObservation,
    unlock: OfflineUnlock,
    code: TypedCode,
    at: Instant,
  ): Promise<boolean> {
    const workUntil = unlock.at + code.hours * HOUR;
    const row = [
      unlock.jobId, code.machineId, code.outlet, seen.chipNo, unlock.boot, code.welderId, code.permitId, code.designatedAreaId,
      code.decisionId, new Date(unlock.at), new Date(workUntil), idleLimitS(this.rules.book(), at),
      unlock.up, code.control, code.automatic,
    ]; // prettier-ignore
    const stop = endedByVoid({ typedAt: unlock.at, workUntil }, await this.voided.find(tx, code, unlock.at));
    if (stop) return this.write(tx, row, 'stopped', stop.at, stop.reason); // a closed relay without a job is locked
    if (at < workUntil && (await this.write(tx, row, 'running', null, null))) return true;
    const endedAt = Math.min(workUntil, at);
    return this.write(tx, row, 'stopped', endedAt, at < workUntil ? 'second-job' : 'time-limit');
  }

  private async write(
    tx: Tx,
    row: readonly unknown[],
    state: string,
    endedAt: Instant | null,
    reason: string | null,
  ): Promise<boolean> {
    const rows = await tx.query(
      `insert into jobs (id, machine_id, outlet, control, chip_no, boot, welder_id, automatic, permit_id, designated_area_id,
         enterprise_id, region_code, decision_id, started_by, source, state, end_reason, reserved_at, running_at, ended_at, work_until, idle_limit_s,
         unlock_up)
       select $1, $2, $3, $14, $4, $5, $6, $15, $7, $8, d.enterprise_id, d.region_code, d.id, d.caller_id, 'offline',
         $16, $17, $10, $10, $18, $11, $12, $13
       from decisions d where d.id = $9
       on conflict do nothing returning id`,
      [...row, state, reason, timestamp(endedAt)],
    );
    return rows.length > 0;
  }
}

const datedBy = (chipNo: string, { boot, up }: OfflineUnlock, typed: Bounds): DatedBoot => ({
  chipNo,
  boot,
  earliest: typed.earliest - up,
  latest: typed.latest - up,
});
