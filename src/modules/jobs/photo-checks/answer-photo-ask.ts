import { Injectable } from '@nestjs/common';
import { PermitRules } from '../../../domain/permits/permit-rules';
import { conflict, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { MINUTE } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { FileStore } from '../../../platform/files/file-store';
import { PhotoChecks } from '../../permits/signboard/photo-checks';
import { RulesReader } from '../../rules/rules.reader';
import type { JobView } from '../job.dto';
import type { Job } from '../job.store';
import { JobViews } from '../job.view';
import { OwnJobs } from '../own-jobs';
import { PhotoAsks, type OpenAsk } from './photo-asks';

/** A running job was asked who works there. The answer is a photo taken since, which somebody else looks at. */
@Injectable()
export class AnswerPhotoAsk {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ownJobs: OwnJobs,
    private readonly asks: PhotoAsks,
    private readonly checks: PhotoChecks,
    private readonly files: FileStore,
    private readonly rules: RulesReader,
    private readonly views: JobViews,
    private readonly journal: Journal,
  ) {}

  async execute(request: Request, id: string, photoId: string): Promise<Result<JobView, Refusal>> {
    const job = await this.ownJobs.own(request.caller, id);
    if (!job.ok) return job;
    return this.uow.run(systemScope('answer-photo-ask'), async (tx) => {
      const call = { ...request, tx };
      const kept = await this.keep(call, job.value, photoId);
      return kept.ok ? ok(await this.views.one(call, id)) : kept;
    });
  }

  /** Too late is better than never: the alert stands, and the photo is looked at beside it. */
  private async keep(call: Call, job: Job, photoId: string): Promise<Result<void, Refusal>> {
    const { tx, caller, at } = call;
    const ask = await this.asks.lock(tx, job.id);
    if (ask?.askedAt == null) return refused(conflict('job.photo-not-asked'));
    if (ask.answeredAt !== null) return ok(undefined); // a tap repeated by a bad network is no fault
    if (job.state !== 'running') return refused(conflict('job.not-running'));
    const photo = await this.files.read(tx, photoId);
    if (photo?.uploadedBy !== caller.userId) return refused(wrongField('photoId', 'job.photo-unknown'));
    if (photo.uploadedAt < ask.askedAt) return refused(wrongField('photoId', 'job.photo-before-ask'));
    await this.asks.answer(tx, job.id, photoId, at);
    this.secondLook(call, job, ask, photoId);
    const { id: entityId, regionCode } = job;
    const entry = { action: 'job.photo-answered', entity: 'job', entityId, regionCode, after: { photoId } };
    this.journal.record(tx, caller, at, [entry]);
    return ok(undefined);
  }

  private secondLook({ tx, caller, at }: Call, job: Job, { forGrid }: OpenAsk, photoId: string): void {
    const { id: jobId, permitId, enterpriseId, regionCode, welderId } = job;
    const rules = new PermitRules(this.rules.book(), { regime: '', level: '', regionCode }, at);
    const minutes = rules.place.photoCheckMinutes;
    if (minutes === null) return;
    const of = { permitId, jobId, welderId, takenBy: caller.userId, enterpriseId, regionCode, forGrid };
    this.checks.ask(tx, { ...of, photoId, kind: 'again', dueAt: at + minutes * MINUTE }, at);
  }
}
