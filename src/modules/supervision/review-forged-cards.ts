import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { timestamp } from '../../platform/database/timestamp';
import { ArcsOfPeriodView } from './arcs-of-period.view';
import { JudgeArcs } from './judge-arcs';

const PAGE = 1_000;

interface ForgedCard {
  readonly id: string;
  readonly welder_id: string;
  readonly after_started_at: Instant | null;
  readonly after_arc_id: string;
}

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
    const [card] = await tx.query<ForgedCard>(
      `select c.id, c.welder_id, r.after_started_at, coalesce(r.after_arc_id, '') as after_arc_id
       from certificates c left join forged_card_reviews r on r.certificate_id = c.id
       where c.status = 'forged' and r.done_at is null order by c.revoked_at limit 1`,
    );
    if (!card) return;
    const after = { startedAt: card.after_started_at ?? 0, id: card.after_arc_id };
    const { arcs, next } = await this.arcs.pageOfWelder(tx, card.welder_id, after, PAGE);
    await this.judge.execute(tx, arcs, at);
    await tx.query(
      `insert into forged_card_reviews (certificate_id, after_started_at, after_arc_id, done_at) values ($1, $2, $3, $4)
       on conflict (certificate_id) do update set after_started_at = excluded.after_started_at,
         after_arc_id = excluded.after_arc_id, done_at = excluded.done_at`,
      [card.id, timestamp(next?.startedAt), next?.id ?? '', next === null ? new Date(at) : null],
    );
  }
}
