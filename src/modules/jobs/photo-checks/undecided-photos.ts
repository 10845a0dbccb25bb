import { Injectable } from '@nestjs/common';
import { SECOND, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { systemActor } from '../../../platform/auth/caller';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { PhotoChecks, type PhotoCheck } from '../../permits/signboard/photo-checks';

const TIMER = systemActor('timer');

/** Photos that nobody looked at in time: the enterprise and the officials of the place are told, once. */
@Injectable()
export class UndecidedPhotos extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly checks: PhotoChecks,
    private readonly journal: Journal,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'undecided-photos', everyMs: 10 * SECOND, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('undecided-photos'), async (tx) => {
      const overdue = await this.checks.overdue(tx, at);
      if (overdue.length > 0) this.journal.record(tx, TIMER, at, overdue.map(entryOf), overdue.map(newsOf));
    });
  }
}

const entryOf = ({ photoId, regionCode, permitId, jobId }: PhotoCheck) => ({
  action: 'photo-check.overdue',
  entity: 'photo-check',
  entityId: photoId,
  regionCode,
  after: { permitId, jobId },
});

/** News of a region reaches its officials. */
const newsOf = ({ photoId, regionCode, enterpriseId, kind, permitId, jobId }: PhotoCheck) => ({
  type: 'photo-check.overdue',
  entity: 'photo-check',
  entityId: photoId,
  regionCode,
  enterpriseIds: enterpriseId === null ? [] : [enterpriseId],
  userIds: [],
  data: { kind, permitId, jobId },
});
