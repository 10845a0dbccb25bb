import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work';

/** Where the person may stand in cases. */
interface AccusedTraces {
  readonly userIds: readonly string[];
  readonly welderIds: readonly string[];
  readonly names: readonly string[];
  readonly permitIds: readonly string[];
}

/** Names in the history and the evidence of cases that are closed: the case stays, under the pseudonym. */
@Injectable()
export class ForgetAccused {
  async erase(tx: Tx, { userIds, welderIds, names, permitIds }: AccusedTraces, pseudonym: string): Promise<void> {
    await tx.query('update violation_history set by_name = $2 where by_user = any($1)', [userIds, pseudonym]);
    for (const name of names) {
      await tx.query(
        `update violations set evidence = replace(evidence::text, $2, $3)::jsonb, description = replace(description, $2, $3)
         where welder_id = any($1) or permit_id = any($4)`,
        [welderIds, name, pseudonym, permitIds],
      );
    }
  }
}
