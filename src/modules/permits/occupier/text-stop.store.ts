import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import { timestamp } from '../../../platform/database/timestamp';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TextStopRow } from '../../../schema/permits/text-stop.row';

/** Phones that take no more texts about small jobs, by their keyed hashes. */
@Injectable()
export class TextStopStore {
  /** Raw SQL: it is asked between the statements of a permit's step. */
  async isStopped(tx: Tx, phoneHash: string): Promise<boolean> {
    return (await tx.query('select 1 from text_stops where phone_hash = $1', [phoneHash])).length > 0;
  }

  /** False where it was stopped before. */
  async stop(tx: Tx, phoneHash: string, at: Instant): Promise<boolean> {
    const rows = await tx.query(
      'insert into text_stops (phone_hash, stopped_at) values ($1, $2) on conflict do nothing returning 1',
      [phoneHash, timestamp(at)],
    );
    return rows.length > 0;
  }

  async keepCode(tx: Tx, phoneHash: string, codeHash: string, codeUntil: Instant): Promise<void> {
    await tx.rows(TextStopRow).update({ phoneHash }, { codeHash, codeUntil, codeAttempts: 0 });
  }

  /** Counts one try; answers the hash to compare with, null where there is no code or its tries are used up. */
  async tryCode(tx: Tx, phoneHash: string, mostAttempts: number, at: Instant): Promise<string | null> {
    const [row] = await tx.query<Pick<TextStopRow, 'codeHash'>>(
      `update text_stops set code_attempts = code_attempts + 1
       where phone_hash = $1 and code_hash is not null and code_attempts < $2 and code_until > $3 returning code_hash as "codeHash"`,
      [phoneHash, mostAttempts, timestamp(at)],
    );
    return row?.codeHash ?? null;
  }

  async lift(tx: Tx, phoneHash: string): Promise<void> {
    await tx.rows(TextStopRow).delete({ phoneHash });
  }
}
