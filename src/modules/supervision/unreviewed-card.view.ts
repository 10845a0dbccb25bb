import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { ForgedCardReviewRow } from '../../schema/supervision/forged-card-review.row';

export interface UnreviewedCard extends Readonly<Pick<ForgedCardReviewRow, 'afterArcId'>> {
  readonly id: string;
  readonly welderId: string;
  readonly afterStartedAt: Instant | null;
}

/** The forged card whose arcs are to be judged anew next, and how far that went. */
export async function unreviewedCard(tx: Tx): Promise<UnreviewedCard | null> {
  const [card] = await tx.query<UnreviewedCard>(
    `select c.id, c.welder_id as "welderId", r.after_started_at as "afterStartedAt", coalesce(r.after_arc_id, '') as "afterArcId"
     from certificates c left join forged_card_reviews r on r.certificate_id = c.id
     where c.status = 'forged' and r.done_at is null order by c.revoked_at limit 1`,
  );
  return card ?? null;
}
