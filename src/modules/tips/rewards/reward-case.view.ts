import { Injectable } from '@nestjs/common';
import type { Grade } from '../../../domain/violations/violation-kinds';
import type { Tx } from '../../../platform/database/unit-of-work';

interface RewardCase {
  readonly grade: Grade;
  readonly major: boolean;
  /** Rewards for this case that were not refused, whoever got them. */
  readonly caseYuan: number;
}

/** The case that a true tip led to, as far as a reward asks. */
@Injectable()
export class RewardCases {
  async of(tx: Tx, violationId: string): Promise<RewardCase> {
    const [row] = await tx.query<RewardCase>(
      `select v.grade, v.major_basis is not null as major,
         (select coalesce(sum(r.yuan), 0)::int from tips t join tip_rewards r on r.tip_id = t.id
          where t.violation_id = v.id and r.state <> 'refused') as "caseYuan"
       from violations v where v.id = $1`,
      [violationId],
    );
    return row!;
  }
}
