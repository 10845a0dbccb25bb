import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

/** Phones that take no more texts about small jobs, by their keyed hashes. */
@Injectable()
export class TextStopStore {
  async isStopped(tx: Tx, phoneHash: string): Promise<boolean> {
    return (await tx.query('select 1 from text_stops where phone_hash = $1', [phoneHash])).length > 0;
  }

  /** False where it was stopped before. */
  async stop(tx: Tx, phoneHash: string, at: Instant): Promise<boolean> {
    const rows = await tx.query(
      'insert into text_stops (phone_hash, stopped_at) values ($1, $2) on conflict do nothing returning 1',
      [phoneHash, new Date(at)],
    );
    return rows.length > 0;
  }

  async keepCode(tx: Tx, phoneHash: string, codeHash: string, until: Instant): Promise<void> {
    await tx.query('update text_stops set code_hash = $2, code_until = $3, code_attempts = 0 where phone_hash = $1', [
      phoneHash,
      codeHash,
      new Date(until),
    ]);
  }

  /** Counts one try; answers the hash to compare with, null where there is no code or its tries are used up. */
  async tryCode(tx: Tx, phoneHash: string, mostAttempts: number, at: Instant): Promise<string | null> {
    const [row] = await tx.query<{ code_hash: string }>(
      `update text_stops set code_attempts = code_attempts + 1
       where phone_hash = $1 and code_hash is not null and code_attempts < $2 and code_until > $3 returning code_hash`,
      [phoneHash, mostAttempts, new Date(at)],
    );
    return row?.code_hash ?? null;
  }

  async lift(tx: Tx, phoneHash: string): Promise<void> {
    await tx.query('delete from text_stops where phone_hash = $1', [phoneHash]);
  }
}
