import { Injectable } from '@nestjs/common';
import { operationsByProcess } from '../../domain/certificates/covers-process';
import { judgeEnding } from '../../domain/jobs/ending';
import { reservationS } from '../../domain/jobs/job-limits';
import { SECOND, shanghaiDate, shanghaiMidnight, type Instant } from '../../kernel/time';
import { systemActor } from '../../platform/auth/caller';
import { Config, runsTimers } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';
import { RulesReader } from '../rules/rules.reader';
import { ENDING_COLUMNS, ENDING_JOINS, endingFacts, TAMPERED, type EndingRow } from './ending-facts';
import { JobEnder, type Ending } from './job-ender';
import { JobStore } from './job.store';

const TIMER = systemActor('timer');

/** At most so many at once; the rest a moment later. */
const BATCH = 2_000;

/**
 * Open jobs about which something has to be looked at closely. Only narrows: `judgeEnding` decides. `$3` is today's date
 * in China: a certificate ends after its printed last day. Rows that another process is ending are left to it.
 *
 * `work_until` knows the night, the holidays and the opening hours that were foreseen. What changed since the job began is
 * looked at anew: by rules (`$5`: their last change), by the holiday table (`$6`: the last midnight) and by special periods.
 * Such jobs may well go on, so a full turn is followed by one that begins behind it (`$7`): none hides another.
 */
const DUE = `
  select ${ENDING_COLUMNS} from jobs j ${ENDING_JOINS}
  where j.state in ('reserved', 'running') and (
    j.state = 'reserved' and j.reserved_at <= $1::timestamptz - $4 * interval '1 millisecond'
    or least(j.work_until, p.planned_end, a.valid_to) <= $1
    or not j.arc_open and coalesce(j.last_arc_at, j.running_at, j.reserved_at) + j.idle_limit_s * interval '1 second' <= $1
    or p.state not in ('issued', 'active') or (p.watch_on_at is null and p.occupier_confirmed_at is null) or g.failed
    or m.status <> 'in-service' or exists (select 1 from welders w where w.id = j.welder_id and w.status <> 'active')
    or k.revoked or k.covered_to is null or k.covered_to < $3
    or cs.boot > j.boot or ${TAMPERED}
    or p.id is not null and (j.reserved_at < greatest($5::timestamptz, $6::timestamptz) or p.level = p.proposed_level and exists (
      select 1 from special_periods s
      where starts_with(p.region_code, s.region_code) and s.valid_from <= $1 and s.valid_to > j.reserved_at)))
    and j.id > $7
  order by j.id limit ${BATCH} for update of j skip locked`;

/** Once a second: whatever has to end by time, or because permit, certificate or chip changed meanwhile. */
@Injectable()
export class EndDueJobs extends Timed {
  /** The last job of a full turn; empty: the next turn begins with the first. */
  private after = '';

  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: RulesReader,
    private readonly jobs: JobStore,
    private readonly ender: JobEnder,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'end-due-jobs', everyMs: SECOND, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('end-due-jobs'), async (tx) => {
      const endings = await this.due(tx, at);
      await this.ender.end(tx, endings, TIMER, at);
    });
  }

  private async due(tx: Tx, at: Instant): Promise<Ending[]> {
    const book = this.rules.book();
    const rows = await tx.prepared<EndingRow>(DUE, [
      new Date(at),
      JSON.stringify(operationsByProcess(book, at)),
      shanghaiDate(at),
      reservationS(book, at) * SECOND,
      new Date(book.lastChange(at) ?? 0),
      new Date(shanghaiMidnight(shanghaiDate(at))),
      this.after,
    ]);
    this.after = rows.length < BATCH ? '' : rows.at(-1)!.id;
    const reasons = new Map(
      rows.flatMap((row) => {
        const ending = judgeEnding(endingFacts(row, book, at), at);
        return ending.kind === 'end' ? [[row.id, ending.reason] as const] : [];
      }),
    );
    const jobs = reasons.size === 0 ? [] : await this.jobs.lock(tx, [...reasons.keys()]);
    return jobs.map((job) => ({ job, reason: reasons.get(job.id)! }));
  }
}
