import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { LoginCodeRow } from '../../schema/identity/login-code.row';

export type LoginCode = Readonly<Pick<LoginCodeRow, 'phoneHash' | 'codeHash' | 'sentAt' | 'expiresAt'>>;

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
    const where = { phoneHash, sentAt: MoreThan(after), usedAt: IsNull() };
    return (await tx.rows(LoginCodeRow).findOne({ where }))?.sentAt ?? null;
  }

  /**
   * Counts the try before it is compared; null where there is no code, or none that may still be tried. A used one may be
   * tried from the place that used it, if that was after `usedAfter`.
   */
  async attempt(tx: Tx, phoneHash: string, { mostAttempts, from, usedAfter, at }: CodeAttempt): Promise<string | null> {
    const [row] = await tx.query<Pick<LoginCodeRow, 'codeHash'>>(
      `update login_codes set attempts = attempts + 1
       where phone_hash = $1 and attempts < $2 and expires_at > $3
         and (used_at is null or (used_at > $4 and used_from = $5))
       returning code_hash as "codeHash"`,
      [phoneHash, mostAttempts, new Date(at), new Date(usedAfter), from],
    );
    return row?.codeHash ?? null;
  }

  /** The first use counts; a doubled request does not prolong it. */
  async markUsed(tx: Tx, phoneHash: string, from: string, at: Instant): Promise<void> {
    await tx.rows(LoginCodeRow).update({ phoneHash, usedAt: IsNull() }, { usedAt: at, usedFrom: from });
  }

  async purge(tx: Tx, before: Instant): Promise<void> {
    await tx.rows(LoginCodeRow).delete({ expiresAt: LessThan(before) });
  }
}
