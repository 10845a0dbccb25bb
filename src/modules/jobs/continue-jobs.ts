import { Injectable } from '@nestjs/common';
import { longestSilenceMs } from '../../domain/jobs/chip-silence';
import type { Instant } from '../../kernel/time';
import type { Actor, Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import type { Tx } from '../../platform/database/unit-of-work';
import { RunningJobs, type Continuation } from '../permits/running-jobs.port';
import { RulesReader } from '../rules/rules.reader';
import { Authorizer } from './authorizer';
import { continuableJobs } from './continuable-jobs.view';
import { JobEnder } from './job-ender';
import { JobStarter } from './job-starter';
import { JobStore, type Job } from './job.store';
import type { Question } from './question';

/**
 * When a permit is extended its running jobs go on under the new one: the same welder hands over to themselves, with a
 * job and an unlock token of its own (a token's number works once), and power never drops. Only where the chip was heard
 * of just now: one that cannot answer would be cut off in the middle of its work, while its old token still holds.
 */
@Injectable()
export class ContinueJobs extends RunningJobs {
  constructor(
    private readonly jobs: JobStore,
    private readonly authorizer: Authorizer,
    private readonly starter: JobStarter,
    private readonly ender: JobEnder,
    private readonly rules: RulesReader,
  ) {
    super();
  }

  async continueOn(tx: Tx, { fromPermitId, toPermitId }: Continuation, actor: Actor, at: Instant): Promise<number> {
    const candidates = await continuableJobs(tx, fromPermitId, at);
    const photos = new Map(candidates.map((one) => [one.id, one.photoId]));
    const open = await this.jobs.lock(tx, [...photos.keys()]);
    const longestMs = longestSilenceMs(this.rules.book(), at);
    let left = 0;
    for (const job of open) {
      const silent = candidates.find(({ id }) => id === job.id)?.silentMs ?? 0;
      const question = questionOf(job, toPermitId, photos.get(job.id) ?? null);
      if (silent > longestMs || !(await this.goOn(tx, job, question, actor, at))) left += 1;
    }
    return left;
  }

  private async goOn(tx: Tx, job: Job, question: Question, actor: Actor, at: Instant): Promise<boolean> {
    if (job.state !== 'running') return job.state !== 'reserved'; // what has ended meanwhile is not left behind
    const caller = inTheNameOf(job, actor);
    if (!caller) return false;
    // looked at first: a refusal that comes back every second is not worth a decision on record each time
    const call = { tx, caller, language: 'zh-CN', at } as const;
    const decided = await this.authorizer.decide(call, question);
    if (!decided.ok || !decided.value.decision.allowed) return false;
    const started = await this.starter.start(call, question, () =>
      this.ender.end(tx, [{ job, reason: 'handover' }], actor, at),
    );
    return started.ok;
  }
}

const questionOf = (job: Job, permitId: string, photoId: string | null): Question => ({
  purpose: 'handover',
  machine: { id: job.machineId },
  welder: { id: job.welderId },
  permitId,
  outlet: job.outlet,
  position: null,
  signboardCode: null,
  proofPhotoId: null,
  photoId,
  goesOn: true,
  replacesJobId: job.id,
});

/** The starter of the work stays the starter. A job that was started by a code typed into the chip has none, so it ends with its permit. */
const inTheNameOf = ({ startedBy, welderId }: Job, { name, address }: Actor): Caller | null =>
  startedBy === null
    ? null
    : {
        userId: startedBy,
        name,
        address,
        roles: [],
        scope: systemScope('continue-jobs'),
        regionCode: null,
        enterpriseId: null,
        welderId,
      };
