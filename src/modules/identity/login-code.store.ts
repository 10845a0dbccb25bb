import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

export interface LoginCode {
  readonly phoneHash: string;
  readonly codeHash: string;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
}

export interface CodeAttempt {
  readonly mostAttempts: number;
  /** Keyed hash of the address it is typed at. */
  readonly from: string;
  readonly usedAfter: Instant;
  readonly at: Instant;
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
         set code_hash = excluded.code_hash, expires_at = excluded.expires_at, sent_at = excluded.sent_at, attempts = 0,
           used_at = null, used_from = null
         where c.sent_at <= $5 or c.used_at is not null
       returning 1`,
      [phoneHash, codeHash, new Date(expiresAt), new Date(sentAt), new Date(notAfter)],
    );
    return rows.length > 0 ? null : this.sentAfter(tx, phoneHash, notAfter);
  }

  async sentAfter(tx: Tx, phoneHash: string, after: Instant): Promise<Instant | null> {
    const [row] = await tx.query<{ sent_at: Instant }>(
      'select sent_at from login_codes where phone_hash = $1 and sent_at > $2 and used_at is null',
      [phoneHash, new Date(after)],
    );
    return row?.sent_at ?? null;
  }

  /**
   * Counts the try before it is compared; null where there is no code, or none that may still be tried. A used one may be
   * tried from the place that used it, if that was after `usedAfter`.
   */
  async attempt(tx: Tx, phoneHash: string, { mostAttempts, from, usedAfter, at }: CodeAttempt): Promise<string | null> {
    const [row] = await tx.query<{ code_hash: string }>(
      `update login_codes set attempts = attempts + 1
       where phone_hash = $1 and attempts < $2 and expires_at > $3
         and (used_at is null or (used_at > $4 and used_from = $5))
       returning code_hash`,
      [phoneHash, mostAttempts, new Date(at), new Date(usedAfter), from],
    );
    return row?.code_hash ?? null;
  }

  /** The first use counts; a doubled request does not prolong it. */
  async markUsed(tx: Tx, phoneHash: string, from: string, at: Instant): Promise<void> {
    await tx.query('update login_codes set used_at = $2, used_from = $3 where phone_hash = $1 and used_at is null', [
      phoneHash,
      new Date(at),
      from,
    ]);
  }

  async purge(tx: Tx, before: Instant): Promise<void> {
    await tx.query('delete from login_codes where expires_at < $1', [new Date(before)]);
  }
}
