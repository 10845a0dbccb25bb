import { Injectable } from '@nestjs/common';
import { lookRefused, passesOn, type PhotoVerdict } from '../../../domain/jobs/photo-look';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { PhotoChecks, type PhotoCheck } from '../../permits/signboard/photo-checks';
import { JobEnder } from '../job-ender';
import { JobStore } from '../job.store';
import type { PhotoCheckView } from './photo-check.dto';
import { PhotoCheckViews } from './photo-check.view';

/**
 * Somebody else looks at a photo. One that is doubted stops the work that it let begin, and supervision hears of it. What
 * the enterprise cannot tell goes on to an official; power stays until a person has said that it is another.
 */
@Injectable()
export class DecidePhotoCheck {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly checks: PhotoChecks,
    private readonly views: PhotoCheckViews,
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
    return this.uow.run(systemScope('photo-check'), async (tx): Promise<Result<PhotoCheckView, Refusal>> => {
      const check = await this.checks.lock(tx, photoId);
      if (!check || check.verdict !== null) return refused(conflict('photo-check.decided-already'));
      const refusal = lookRefused({ ...check, passedOn: check.passedOnAt !== null }, caller, verdict);
      if (refusal) return refused(forbidden(refusal));
      const after = passesOn(verdict, caller)
        ? await this.passOn(tx, caller, check, note, at)
        : await this.decide(tx, caller, check, { verdict, note }, at);
      const [view] = await this.views.load(tx, caller, [after]);
      return ok(view!);
    });
  }

  private async decide(
    tx: Tx,
    caller: Caller,
    check: PhotoCheck,
    { verdict, note }: { verdict: PhotoVerdict; note: string | null },
    at: Instant,
  ): Promise<PhotoCheck> {
    await this.checks.decide(tx, check.photoId, { verdict, note, by: caller.userId }, at);
    this.journal.record(tx, caller, at, [entryOf(check, `photo-check.${verdict}`, { verdict, note })]);
    if (verdict === 'doubted') {
      const jobs = await this.jobs.lock(tx, await this.jobsOf(tx, check));
      const endings = jobs.map((job) => ({ job, reason: 'photo-doubted' as const, note }));
      await this.ender.end(tx, endings, caller, at);
    }
    return { ...check, verdict, decidedAt: at };
  }

  /** News of a region reaches its officials. */
  private async passOn(tx: Tx, caller: Caller, check: PhotoCheck, note: string | null, at: Instant) {
    await this.checks.passOn(tx, check.photoId, { note, by: caller.userId }, at);
    const { photoId, regionCode, permitId, jobId, kind } = check;
    const news = { type: 'photo-check.passed-on', entity: 'photo-check', entityId: photoId, regionCode };
    this.journal.record(
      tx,
      caller,
      at,
      [entryOf(check, 'photo-check.passed-on', { note })],
      [{ ...news, data: { kind, permitId, jobId } }],
    );
    return { ...check, passedOnAt: at };
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

const entryOf = ({ photoId, regionCode, jobId, permitId }: PhotoCheck, action: string, after: object) => ({
  action,
  entity: 'photo-check',
  entityId: photoId,
  regionCode,
  after: { ...after, jobId, permitId },
});
