import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

export interface LoginCode {
  readonly phoneHash: string;
  readonly codeHash: string;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
}

@Injectable()
export class LoginCodeStore {
  /** Takes the place of an earlier code; null then, or when the earlier one was sent, where that was after `notAfter`. */
  async replace(
    tx: Tx,
    { phoneHash, codeHash, sentAt, expiresAt }: LoginCode,
    notAfter: Instant,
  ): Promise<Instant | null> {
    const rows = await tx.query(
      `insert into login_codes as c (phone_hash, code_hash, expires_at, sent_at) values ($1, $2, $3, $4)
       on conflict (phone_hash) do update
         set code_hash = excluded.code_hash, expires_at = excluded.expires_at, sent_at = excluded.sent_at, attempts = 0
         where c.sent_at <= $5
       returning 1`,
      [phoneHash, codeHash, new Date(expiresAt), new Date(sentAt), new Date(notAfter)],
    );
    if (rows.length > 0) return null;
    const [row] = await tx.query<{ sent_at: Date }>('select sent_at from login_codes where phone_hash = $1', [
      phoneHash,
    ]);
    return row?.sent_at.getTime() ?? null;
  }

  /** Counts the try before it is compared; null where there is no code, or none that may still be tried. */
  async attempt(tx: Tx, phoneHash: string, mostAttempts: number, at: Instant): Promise<string | null> {
    const [row] = await tx.query<{ code_hash: string }>(
      `update login_codes set attempts = attempts + 1
       where phone_hash = $1 and attempts < $2 and expires_at > $3 returning code_hash`,
      [phoneHash, mostAttempts, new Date(at)],
    );
    return row?.code_hash ?? null;
  }

  async remove(tx: Tx, phoneHash: string): Promise<void> {
    await tx.query('delete from login_codes where phone_hash = $1', [phoneHash]);
  }

  async purge(tx: Tx, before: Instant): Promise<void> {
    await tx.query('delete from login_codes where expires_at < $1', [new Date(before)]);
  }
}
