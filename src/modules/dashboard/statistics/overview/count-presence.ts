import { Injectable } from '@nestjs/common';
import { offlineAfterS } from '../../../../domain/jobs/chip-silence';
import { MINUTE, SECOND, type Instant } from '../../../../kernel/time';
import { Config, runsTimers } from '../../../../platform/config/config';
import { systemScope } from '../../../../platform/database/scope';
import { UnitOfWork } from '../../../../platform/database/unit-of-work';
import { Clock } from '../../../../platform/time/clock';
import { Timed } from '../../../../platform/time/timed';
import { RulesReader } from '../../../rules/rules.reader';
import { PresenceView } from './presence.view';

/** Counts the chips that were heard of lately, once for everybody who looks: a million of them take half a second. */
@Injectable()
export class CountPresence extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly presence: PresenceView,
    private readonly rules: RulesReader,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'count-presence', everyMs: MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    const since = at - offlineAfterS(this.rules.book(), at) * SECOND;
    await this.uow.run(systemScope('count-presence'), (tx) => this.presence.count(tx, since, at));
  }
}
