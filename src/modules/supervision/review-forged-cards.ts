import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { timestamp } from '../../platform/database/timestamp';
import { ArcsOfPeriodView } from './arcs-of-period.view';
import { JudgeArcs } from './judge-arcs';
import { unreviewedCard } from './unreviewed-card.view';

const PAGE = 1_000;

/**
 * A forged card was never valid: the arcs of all jobs of its holder are judged anew, and where nothing else covered them
 * their verdicts get a new version. A page at a turn, because years of work may hang on one card.
 */
@Injectable()
export class ReviewForgedCards {
  readonly name = 'review-forged-cards';

  constructor(
    private readonly arcs: ArcsOfPeriodView,
    private readonly judge: JudgeArcs,
  ) {}

  async execute(tx: Tx, at: Instant): Promise<void> {
    const card = await unreviewedCard(tx);
    if (!card) return;
    const after = { startedAt: card.afterStartedAt ?? 0, id: card.afterArcId };
    const { arcs, next } = await this.arcs.pageOfWelder(tx, card.welderId, after, PAGE);
    await this.judge.execute(tx, arcs, at);
    await tx.query(
      `insert into forged_card_reviews (certificate_id, after_started_at, after_arc_id, done_at) values ($1, $2, $3, $4)
       on conflict (certificate_id) do update set after_started_at = excluded.after_started_at,
         after_arc_id = excluded.after_arc_id, done_at = excluded.done_at`,
      [card.id, timestamp(next?.startedAt), next?.id ?? '', next === null ? new Date(at) : null],
    );
  }
}
