import { Inject, Injectable } from '@nestjs/common';
import { SECOND, type Instant } from '../../kernel/time';
import { Config, runsTimers } from '../../platform/config/config';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { Timed } from '../../platform/time/timed';
import { DETECTOR } from './detector-actor';
import { DETECTORS, type Detector } from './detectors/detector';
import { RaiseViolation } from './raise-violation';
import { WithdrawExplained } from './withdraw-explained';
import { ReviewForgedCards } from './review-forged-cards';
import { SettleSilences } from './settle-silences';

/** Of each detector one process looks at a time: two that found the same fault would count it twice. */
const TURN = `select pg_try_advisory_xact_lock(hashtext('hanan.watch-faults.' || $1)) as mine`;

interface Turn {
  readonly name: string;
  execute(tx: Tx, at: Instant): Promise<void>;
}

/** Every ten seconds: what shows in stored things rather than in a chip's message. */
@Injectable()
export class WatchFaults extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(DETECTORS) private readonly detectors: readonly Detector[],
    private readonly raise: RaiseViolation,
    private readonly silences: SettleSilences,
    private readonly forged: ReviewForgedCards,
    private readonly explained: WithdrawExplained,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'watch-faults', everyMs: 10 * SECOND, here: runsTimers(config) }, clock);
  }

  /** Each detector in a transaction of its own: a fault in one does not blind the others. */
  async execute(at: Instant): Promise<void> {
    const faults: unknown[] = [];
    const turns = [...this.detectors.map((detector) => this.turnOf(detector)), this.silences, this.forged];
    for (const turn of turns) {
      try {
        await this.uow.run(systemScope('watch-faults'), async (tx) => {
          const [lock] = await tx.query<{ mine: boolean }>(TURN, [turn.name]);
          if (lock?.mine) await turn.execute(tx, at);
        });
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, 'some detectors failed');
  }

  private turnOf(detector: Detector): Turn {
    return {
      name: detector.name,
      execute: async (tx, at) => {
        await this.raise.unlessTold(tx, DETECTOR, await detector.find(tx, at), at);
        if (detector.explained) await this.explained.execute(tx, await detector.explained(tx, at), at);
      },
    };
  }
}
