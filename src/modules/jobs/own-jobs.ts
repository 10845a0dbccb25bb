import { Injectable } from '@nestjs/common';
import { standsIn } from '../../domain/authorization/starter';
import { hasRole, WATCHERS } from '../../domain/people/roles';
import { forbidden, notFound, type Refusal } from '../../kernel/refusal';
import { isWithin } from '../../kernel/region-code';
import { ok, refused, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { JobStore, type Job } from './job.store';

/** Which jobs a caller reaches: those of their scope, and their own; which of these they finish, hand over, or stop as an official. */
@Injectable()
export class OwnJobs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: JobStore,
  ) {}

  async visible(caller: Caller, id: string): Promise<Result<Job, Refusal>> {
    const seen = await this.uow.run(caller.scope, (tx) => this.jobs.find(tx, id));
    const job = seen ?? (await this.elsewhere(caller, id));
    return job ? ok(job) : refused(notFound('job.not-found'));
  }

  /** A head who welds for another firm: the scope is the own firm, and whoever guards there may have started it for them. */
  private async elsewhere(caller: Caller, id: string): Promise<Job | null> {
    const job = await this.uow.run(systemScope('own-job'), (tx) => this.jobs.find(tx, id));
    return job && isTheirs(caller, job) ? job : null;
  }

  /** An official orders nothing outside the own region, also where they weld themselves. */
  async inCharge(caller: Caller, id: string): Promise<Result<Job, Refusal>> {
    const job = await this.visible(caller, id);
    if (!job.ok) return job;
    const { scope } = caller;
    const within = scope.kind === 'region' && isWithin(job.value.regionCode, scope.regionCode);
    return within ? job : refused(notFound('job.not-found'));
  }

  /** The welder, the person who started it, a watcher or safety officer of its enterprise, an administrator. */
  async own(caller: Caller, id: string): Promise<Result<Job, Refusal>> {
    const job = await this.visible(caller, id);
    if (!job.ok) return job;
    return isOwn(caller, job.value) ? job : refused(forbidden('job.not-yours'));
  }

  /** The same people. But power goes on by this word, so a seat counts once an official has confirmed who holds it. */
  async mayHandOver(caller: Caller, id: string): Promise<Result<Job, Refusal>> {
    const own = await this.own(caller, id);
    if (!own.ok || isTheirs(caller, own.value) || hasRole(caller, 'admin') || standsIn(caller)) return own;
    return refused(forbidden('permit.seat-unconfirmed'));
  }
}

const isTheirs = ({ userId, welderId }: Caller, job: Job): boolean =>
  job.welderId === welderId || job.startedBy === userId;

const isOwn = (caller: Caller, job: Job): boolean => isTheirs(caller, job) || hasRole(caller, 'admin', ...WATCHERS);
