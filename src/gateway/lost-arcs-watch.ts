import { Injectable } from '@nestjs/common';
import { SECOND, type Instant } from '../kernel/time';
import { ObserveChips } from '../modules/jobs/observe-chips';
import { JudgeArcs } from '../modules/supervision/judge-arcs';
import { LostArcs } from '../modules/telemetry/lost-arcs';
import { systemScope } from '../platform/database/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Clock } from '../platform/time/clock';
import { Loop } from '../platform/time/loop';

/** Ends arcs that nothing is heard of, so that their jobs can run idle, and judges them by their last sight. */
@Injectable()
export class LostArcsWatch {
  private readonly loop = new Loop('lost-arcs', 10 * SECOND, () => this.look(this.clock.now()));

  constructor(
    private readonly uow: UnitOfWork,
    private readonly lost: LostArcs,
    private readonly observe: ObserveChips,
    private readonly judge: JudgeArcs,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  async look(at: Instant): Promise<void> {
    await this.uow.run(systemScope('lost-arcs'), async (tx) => {
      const arcs = await this.lost.end(tx, at);
      if (arcs.length === 0) return;
      this.observe.arcsLost(tx, arcs);
      await this.judge.execute(tx, arcs, at);
    });
  }
}
