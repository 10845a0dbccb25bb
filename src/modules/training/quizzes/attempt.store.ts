import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { shanghaiDate, shanghaiMidnight, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TrainingAttemptRow } from '../../../schema/training/training-attempt.row';

/** Whose attempts at which quiz. */
export interface AtQuiz {
  readonly campaignId: string;
  readonly welderId: string;
}

@Injectable()
export class AttemptStore {
  openOf(tx: Tx, { campaignId, welderId }: AtQuiz): Promise<TrainingAttemptRow | null> {
    return tx.rows(TrainingAttemptRow).findOne({ where: { campaignId, welderId, answeredAt: IsNull() } });
  }

  lock(tx: Tx, id: string): Promise<TrainingAttemptRow | null> {
    return tx.rows(TrainingAttemptRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** False where another attempt is open: two taps begin one. */
  begin(tx: Tx, attempt: TrainingAttemptRow): Promise<boolean> {
    return tx.rows(TrainingAttemptRow).insertNew(attempt);
  }

  async answer(tx: Tx, { id, answers, answeredAt, rightCount, passed }: TrainingAttemptRow): Promise<void> {
    await tx.rows(TrainingAttemptRow).update({ id }, { answers, answeredAt, rightCount, passed });
  }

  /** Attempts answered so far, and those of this day in China. */
  async answered(tx: Tx, { campaignId, welderId }: AtQuiz, at: Instant): Promise<{ all: number; today: number }> {
    const [row] = await tx.query<{ all: number; today: number }>(
      `select count(*)::int as "all", count(*) filter (where answered_at >= $3)::int as today from training_attempts
       where campaign_id = $1 and welder_id = $2 and answered_at is not null`,
      [campaignId, welderId, new Date(shanghaiMidnight(shanghaiDate(at)))],
    );
    return row ?? { all: 0, today: 0 };
  }

  /** The one that passed; the first counts. */
  async passedOf(tx: Tx, { campaignId, welderId }: AtQuiz): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `select id from training_attempts where campaign_id = $1 and welder_id = $2 and passed order by answered_at limit 1`,
      [campaignId, welderId],
    );
    return row?.id ?? null;
  }
}
