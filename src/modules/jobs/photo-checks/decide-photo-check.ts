import { Injectable } from '@nestjs/common';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { PhotoChecks, type PhotoCheck, type PhotoVerdict } from '../../permits/signboard/photo-checks';
import { JobEnder } from '../job-ender';
import { JobStore } from '../job.store';
import { viewOf } from './find-photo-checks';
import type { PhotoCheckView } from './photo-check.dto';

/** Somebody else looks at a photo. One that is doubted stops the work that it let begin, and supervision hears of it. */
@Injectable()
export class DecidePhotoCheck {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly checks: PhotoChecks,
    private readonly jobs: JobStore,
    private readonly ender: JobEnder,
    private readonly journal: Journal,
  ) {}

  async execute(
    { caller, at }: Request,
    photoId: string,
    verdict: PhotoVerdict,
    note: string | null,
  ): Promise<Result<PhotoCheckView, Refusal>> {
    const seen = await this.uow.run(caller.scope, (tx) => this.checks.lock(tx, photoId));
    if (!seen) return refused(notFound('photo-check.not-found'));
    if (seen.takenBy === caller.userId) return refused(forbidden('photo-check.own-photo'));
    return this.uow.run(systemScope('photo-check'), async (tx) => {
      const check = await this.checks.lock(tx, photoId);
      if (!check || check.verdict !== null) return refused(conflict('photo-check.decided-already'));
      await this.checks.decide(tx, photoId, { verdict, note, by: caller.userId }, at);
      this.journal.record(tx, caller, at, [
        {
          action: `photo-check.${verdict}`,
          entity: 'photo-check',
          entityId: photoId,
          regionCode: check.regionCode,
          after: { verdict, note, jobId: check.jobId, permitId: check.permitId },
        },
      ]);
      if (verdict === 'doubted') {
        const jobs = await this.jobs.lock(tx, await this.jobsOf(tx, check));
        const endings = jobs.map((job) => ({ job, reason: 'photo-doubted' as const, note }));
        await this.ender.end(tx, endings, caller, at);
      }
      return ok(viewOf({ ...check, verdict, decidedAt: at }));
    });
  }

  /** A photo of the watcher's place stands for all work under the permit. */
  private async jobsOf(tx: Tx, { jobId, permitId }: PhotoCheck): Promise<string[]> {
    if (jobId !== null) return [jobId];
    const rows = await tx.query<{ id: string }>(
      `select id from jobs where permit_id = $1 and state in ('reserved', 'running') order by id`,
      [permitId],
    );
    return rows.map(({ id }) => id);
  }
}
