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
import { endingFacts } from './ending-facts';
import { DUE_AT_ONCE, dueEndings } from './endings.view';
import { JobEnder, type Ending } from './job-ender';
import { JobStore } from './job.store';

const TIMER = systemActor('timer');

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
    const rows = await dueEndings(tx, {
      at,
      operations: JSON.stringify(operationsByProcess(book, at)),
      today: shanghaiDate(at),
      reservationMs: reservationS(book, at) * SECOND,
      rulesChangedAt: book.lastChange(at) ?? 0,
      midnight: shanghaiMidnight(shanghaiDate(at)),
      after: this.after,
    });
    this.after = rows.length < DUE_AT_ONCE ? '' : rows.at(-1)!.id;
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
