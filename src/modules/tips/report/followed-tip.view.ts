import { Injectable } from '@nestjs/common';
import type { RewardState } from '../../../domain/tips/reward';
import type { TipState } from '../../../domain/tips/tip-life-cycle';
import { isoTime, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { FollowedTip } from './tip.dto';

interface Row {
  readonly state: TipState;
  readonly receivedAt: Instant;
  readonly answers: readonly { readonly at: string; readonly text: string }[];
  readonly rewardState: RewardState | null;
  readonly yuan: number | null;
}

/** A tip as its reporter sees it: one statement, whether there is such a tip or not. A reward shows once it is approved. */
const SQL = `
  select t.state, t.received_at as "receivedAt", r.state as "rewardState", r.yuan,
    coalesce((select jsonb_agg(jsonb_build_object('at', s.taken_at, 'text', s.note) order by s.id)
      from tip_steps s where s.tip_id = t.id and s.for_reporter and s.note is not null), '[]') as answers
  from tips t left join tip_rewards r on r.tip_id = t.id and r.state in ('approved', 'paid')
  where t.tracking_hash = $1`;

@Injectable()
export class FollowedTips {
  async find(tx: Tx, trackingHash: string): Promise<FollowedTip | null> {
    const [row] = await tx.query<Row>(SQL, [trackingHash]);
    if (!row) return null;
    const { state, receivedAt, answers, rewardState, yuan } = row;
    return {
      state,
      receivedAt: isoTime(receivedAt),
      answers: answers.map(({ at, text }) => ({ at: isoTime(Date.parse(at)), text })),
      reward: rewardState === null || yuan === null ? null : { state: rewardState, yuan },
    };
  }
}
