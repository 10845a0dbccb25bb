import { Injectable } from '@nestjs/common';
import { recencyStanding } from '../../domain/recency/recency';
import { DAY, HOUR, shanghaiDate, type Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import { systemActor } from '../../platform/auth/caller';
import { Config, runsTimers } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';
import { RecencyWarningRow } from '../../schema/recency/recency-warning.row';
import { RulesReader } from '../rules/rules.reader';
import { idleWelders, type IdleWelder } from './recency.view';

const AT_ONCE = 500;
/** No month is shorter: who is known for less than so many days a month cannot be over yet. */
const SHORTEST_MONTH = 28;

/** Once a day: who is off the trade for longer than the rule allows is told, and their employer; once for each such time. */
@Injectable()
export class WatchRecency extends Timed {
  private lookedOn = '';

  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'watch-recency', everyMs: HOUR, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    const today = shanghaiDate(at);
    if (this.lookedOn === today) return;
    for (let after = ''; ;) {
      const last = await this.lookAtSome(after, at);
      if (last === null) break;
      after = last;
    }
    this.lookedOn = today;
  }

  /** The last one looked at; null after the last of all. */
  private lookAtSome(after: string, at: Instant): Promise<string | null> {
    const months = this.rules.book().value<number>('certificate.recency-months', {}, at);
    const before = at - months * SHORTEST_MONTH * DAY;
    return this.uow.run(systemScope('recency'), async (tx) => {
      const some = await idleWelders(tx, { before, after, most: AT_ONCE, today: shanghaiDate(at) });
      for (const welder of some) {
        const { over, since, days } = recencyStanding(welder, months, at);
        if (over && (await tx.rows(RecencyWarningRow).insertNew({ welderId: welder.id, since, toldAt: at })))
          this.journal.record(tx, systemActor('recency'), at, [], [eventOf(welder, days)]);
      }
      return some.length < AT_ONCE ? null : (some.at(-1)?.id ?? null);
    });
  }
}

const eventOf = ({ id, regionCode, enterpriseId, userIds }: IdleWelder, days: number) => ({
  ...{ type: 'welder.recency-over', entity: 'recency', entityId: id, regionCode, userIds },
  enterpriseIds: enterpriseId === null ? [] : [enterpriseId],
  data: { days },
});
