import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { ArcsOfPeriodView } from './arcs-of-period.view';
import { JudgeArcs } from './judge-arcs';

/** What became known later about a time of some machines: their arcs of that time are judged anew, in the caller's transaction. */
@Injectable()
export class JudgeMachinesAgain {
  constructor(
    private readonly arcs: ArcsOfPeriodView,
    private readonly judge: JudgeArcs,
  ) {}

  async execute(
    tx: Tx,
    machineIds: readonly string[],
    period: { from: Instant; to: Instant },
    at: Instant,
  ): Promise<void> {
    const arcs = await this.arcs.ofMachines(tx, machineIds, period.from, period.to);
    if (arcs.length > 0) await this.judge.execute(tx, arcs, at);
  }
}
