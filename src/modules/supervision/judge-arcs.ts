import { Injectable } from '@nestjs/common';
import type { Arc } from '../../domain/arcs/arc';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { ArcFindings } from './arc-findings';
import { ArcJudge, type Judgement } from './arc-judge';
import { DETECTOR } from './detector-actor';
import { OverlongWork } from './detectors/overlong-work';
import { SpecialPeriodWork } from './detectors/special-period-work';
import { RaiseViolation } from './raise-violation';
import { VerdictStore } from './verdict.store';

/**
 * Judges a batch of arcs inside the transaction that stores them, so that an arc without a job is told of within the
 * second it began. Nothing is held for order: every message judges anew, and only a changed verdict is written.
 */
@Injectable()
export class JudgeArcs {
  constructor(
    private readonly judge: ArcJudge,
    private readonly verdicts: VerdictStore,
    private readonly findings: ArcFindings,
    private readonly overlong: OverlongWork,
    private readonly specialPeriods: SpecialPeriodWork,
    private readonly raise: RaiseViolation,
  ) {}

  async execute(tx: Tx, arcs: readonly Arc[], at: Instant): Promise<void> {
    const judgements = await this.judge.judge(tx, arcs, at);
    if (judgements.length > 0) {
      this.verdicts.add(tx, judgements.map(toNewVerdict), at);
      await this.findings.apply(tx, judgements, at);
    }
    const more = [...this.overlong.ofArcs(arcs, at), ...(await this.specialPeriods.ofJudgements(tx, judgements))];
    if (more.length > 0) await this.raise.unlessTold(tx, DETECTOR, more, at);
  }
}

const toNewVerdict = ({ arc, verdict, before }: Judgement) => ({
  ...verdict,
  arcId: arc.id,
  version: (before?.version ?? 0) + 1,
});
