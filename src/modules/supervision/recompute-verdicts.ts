import { Injectable } from '@nestjs/common';
import type { ArcRule } from '../../domain/arcs/judge-arc';
import type { Instant } from '../../kernel/time';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { ArcJudge, type Judgement } from './arc-judge';
import { ArcsOfPeriodView, type ArcCursor } from './arcs-of-period.view';

/** A verdict in force that the same arc would not get today; `was` is null where it has none. */
interface VerdictDifference {
  readonly arcId: string;
  readonly rule: ArcRule;
  readonly was: string | null;
  readonly is: string;
}

export interface Recomputation {
  readonly arcs: number;
  readonly differences: readonly VerdictDifference[];
}

const PAGE = 1_000;
/** More would be read by nobody; the count of arcs goes on. */
const MOST_TOLD = 10_000;

/**
 * Judges all arcs that began in a period once more, by what is known now, and compares with the verdicts in force. Writes
 * nothing. Verdicts are made by pure rules from stored facts, so a difference means lost data, a changed past or a fault.
 */
@Injectable()
export class RecomputeVerdicts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly arcs: ArcsOfPeriodView,
    private readonly judge: ArcJudge,
    private readonly clock: Clock,
  ) {}

  async execute(from: Instant, to: Instant): Promise<Recomputation> {
    const at = this.clock.now();
    const differences: VerdictDifference[] = [];
    let arcs = 0;
    // an empty id sorts before all: the first arc of the very first moment belongs to the period
    let after: ArcCursor | null = { startedAt: from, id: '' };
    while (after !== null) {
      const cursor: ArcCursor = after;
      const page = await this.uow.run(systemScope('recompute'), async (tx) => {
        const { arcs: some, next } = await this.arcs.page(tx, cursor, to, PAGE);
        return { count: some.length, next, judgements: await this.judge.judge(tx, some, at) };
      });
      arcs += page.count;
      differences.push(...page.judgements.map(toDifference).slice(0, MOST_TOLD - differences.length));
      after = page.next;
    }
    return { arcs, differences };
  }
}

const toDifference = ({ arc, verdict, before }: Judgement): VerdictDifference => ({
  arcId: arc.id,
  rule: verdict.rule,
  was: before && nameOf(before),
  is: nameOf(verdict),
});

/** The verdict with its job and details, so that two that differ also look different. */
const nameOf = ({
  verdict,
  jobId,
  detail,
}: Pick<Judgement['verdict'], 'jobId' | 'detail'> & { verdict: string }): string =>
  [
    verdict,
    ...(jobId === null ? [] : [`job ${jobId}`]),
    ...Object.entries(detail).map(([key, value]) => `${key} ${value}`),
  ].join(', ');
