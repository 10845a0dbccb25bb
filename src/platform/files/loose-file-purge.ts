import { Injectable } from '@nestjs/common';
import { DAY, HOUR, type Instant } from '../../kernel/time';
import { Config, runsTimers } from '../config/config';
import { systemScope } from '../database/scope';
import { UnitOfWork } from '../database/unit-of-work';
import { Clock } from '../time/clock';
import { Timed } from '../time/timed';
import { FileUses } from './file-uses.view';

/** A form that was begun is sent within a day, or not at all; a month leaves time to find a mistake of ours. */
const KEPT_FOR = 30 * DAY;
const AT_A_TIME = 500;

/** Removes photos that no record ever named. */
@Injectable()
export class LooseFilePurge extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly uses: FileUses,
    config: Config,
    clock: Clock,
  ) {
    super({ name: 'loose-file-purge', everyMs: HOUR, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    const unused = await this.uses.unused();
    await this.uow.run(systemScope('loose-file-purge'), (tx) =>
      tx.query(
        `delete from files where id in (select f.id from files f where f.uploaded_at < $1 and ${unused} limit $2)`,
        [new Date(at - KEPT_FOR), AT_A_TIME],
      ),
    );
  }
}
