import { Injectable } from '@nestjs/common';
import { SECOND, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { systemActor } from '../../../platform/auth/caller';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { PhotoAsks, type AskedJob } from './photo-asks';

const TIMER = systemActor('timer');

/** Asks the jobs that were drawn for one more photo, and tells of those that nobody answered. */
@Injectable()
export class AskForPhotos extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly asks: PhotoAsks,
    private readonly journal: Journal,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'ask-for-photos', everyMs: 10 * SECOND, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('ask-for-photos'), async (tx) => {
      const missed = await this.asks.miss(tx, at);
      await this.asks.forget(tx, at);
      const asked = await this.asks.ask(tx, at);
      const entries = [...asked.map(entryOf('job.photo-asked')), ...missed.map(entryOf('job.photo-unanswered'))];
      const news = [...asked.map(toWelder), ...missed.map(toAll)];
      if (entries.length > 0) this.journal.record(tx, TIMER, at, entries, news);
    });
  }
}

const entryOf = (action: string) => (job: AskedJob) => ({
  action,
  entity: 'job',
  entityId: job.jobId,
  regionCode: job.regionCode,
  after: { dueAt: new Date(job.dueAt).toISOString() },
});

const newsOf = (type: string, { jobId, permitId, dueAt }: AskedJob) => ({
  type,
  entity: 'job',
  entityId: jobId,
  data: { permitId, dueAt: new Date(dueAt).toISOString() },
});

/** No other person needs to know before the time is over. */
const toWelder = (job: AskedJob) => ({ ...newsOf('job.photo-asked', job), regionCode: null, userIds: job.userIds });

const toAll = (job: AskedJob) => ({
  ...newsOf('job.photo-unanswered', job),
  regionCode: job.regionCode,
  enterpriseIds: job.enterpriseId === null ? [] : [job.enterpriseId],
  userIds: job.userIds,
});
