import { Injectable } from '@nestjs/common';
import { conflict, forbidden, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Call } from '../../platform/auth/request';
import type { Tx } from '../../platform/database/unit-of-work';
import type { Language } from '../../kernel/language';
import { Ids } from '../../platform/time/ids';
import { PermitsAtWork } from '../permits/time/permits-at-work';
import { Authorizer } from './authorizer';
import { ChipDispatcher, pokeAfterCommit } from './chip-dispatcher.port';
import { DecisionStore, type DecisionRecord } from './decision.store';
import { explained } from './explained';
import { JobJournal } from './job-journal';
import { JobStore } from './job.store';
import { FollowPhotos } from './photo-checks/follow-photos';
import { type NewJob, newJob } from './new-job';
import type { Question } from './question';

/** A race lost shows in the facts of the next look; who loses three in a row is asked to scan again. */
const ATTEMPTS = 3;

/** Authorises and reserves, in the caller's transaction. The decision is kept whatever it says. */
@Injectable()
export class JobStarter {
  constructor(
    private readonly authorizer: Authorizer,
    private readonly decisions: DecisionStore,
    private readonly jobs: JobStore,
    private readonly dispatcher: ChipDispatcher,
    private readonly journal: JobJournal,
    private readonly ids: Ids,
    private readonly permits: PermitsAtWork,
    private readonly photos: FollowPhotos,
  ) {}

  /** `before` runs once it is allowed: a handover ends the old job there. */
  async start(call: Call, question: Question, before?: () => Promise<void>): Promise<Result<NewJob, Refusal>> {
    const { tx, caller, at } = call;
    const id = this.ids.next(at);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const decided = await this.authorizer.decide(call, question);
      if (!decided.ok) return decided;
      const record = { ...decided.value, id };
      const refusal = this.refusalOf(call, record);
      if (refusal) return refused(refusal);
      const job = newJob(this.ids.next(at), record, question.photoId);
      if (photoMissing(job, record)) return refused(wrongField('photoId', 'job.photo-required'));
      if (await this.reserve(tx, record, job, before)) {
        if (isFirstUnderPermit(record, job)) await this.permits.began(tx, job.permitId!, caller, at);
        this.photos.follow(tx, record, job, question);
        await this.tell(call, job);
        return ok(job);
      }
    }
    return refused(conflict('job.try-again'));
  }

  private refusalOf({ tx, language }: Call, record: DecisionRecord): Refusal | null {
    if (record.decision.allowed) return null;
    this.decisions.save(tx, record);
    return jobRefused(record, language);
  }

  /** What `before` did is undone where another job was faster. */
  private async reserve(tx: Tx, record: DecisionRecord, job: NewJob, before?: () => Promise<void>): Promise<boolean> {
    const commandId = this.ids.next(record.at);
    if (!before) return this.jobs.reserve(tx, record, job, commandId);
    await tx.query('savepoint reserving');
    await before();
    if (await this.jobs.reserve(tx, record, job, commandId)) return true;
    await tx.query('rollback to savepoint reserving');
    return false;
  }

  private async tell({ tx, caller, at }: Call, job: NewJob): Promise<void> {
    const { id, machineId, outlet, welderId, permitId, designatedAreaId, state, regionCode } = job;
    const after = { machineId, outlet, welderId, permitId, designatedAreaId, state };
    const news = state === 'running' ? 'job.started' : null;
    await this.journal.record(tx, caller, at, [{ action: 'job.start', entityId: id, regionCode, after }], news);
    if (job.chipNo !== null) pokeAfterCommit(tx, this.dispatcher, [job.chipNo]);
  }
}

/** The number of the decision is what help is asked for with. */
export const jobRefused = ({ id, decision }: DecisionRecord, language: Language): Refusal =>
  forbidden('job.refused', { extra: { decisionId: id, findings: explained(decision, language).findings } });

/** Rule `job.photo-required`: where it says so, a machine without chip is started with a photo. */
function photoMissing({ control, photoId, regionCode }: NewJob, { facts, at }: DecisionRecord): boolean {
  const rule = facts.rules.find('job.photo-required', { regionCode }, at);
  return control === 'code-only' && photoId === null && rule?.value === true;
}

/** Only a small job's permit lets work begin while it is merely issued. */
const isFirstUnderPermit = ({ facts }: DecisionRecord, { permitId }: NewJob): boolean =>
  permitId !== null && facts.permits.some(({ id, state }) => id === permitId && state === 'issued');
