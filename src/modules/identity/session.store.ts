import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

/** A refresh token as it was found, with its family: all tokens that came from one sign-in. */
export interface FoundToken {
  readonly familyId: string;
  readonly userId: string;
  /** When its family was opened: at sign-in. */
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
  /** Null: never exchanged for the next one. */
  readonly usedAt: Instant | null;
  readonly revoked: boolean;
}

interface NewFamily {
  readonly id: string;
  readonly userId: string;
  readonly deviceHash: string | null;
  /** Opened with a password that somebody else gave. */
  readonly temporary: boolean;
}

interface TokenRow {
  family_id: string;
  user_id: string;
  created_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
  revoked_at: Instant | null;
}

@Injectable()
export class SessionStore {
  async openFamily(tx: Tx, { id, userId, deviceHash, temporary }: NewFamily, at: Instant): Promise<void> {
    await tx.query(
      'insert into refresh_families (id, user_id, created_at, device_hash, password_temporary) values ($1, $2, $3, $4, $5)',
      [id, userId, new Date(at), deviceHash, temporary],
    );
  }

  /** The token may be there already: the answer that carried it was lost. */
  async addToken(tx: Tx, tokenHash: string, familyId: string, at: Instant, expiresAt: Instant): Promise<void> {
    await tx.query(
      'insert into refresh_tokens (token_hash, family_id, issued_at, expires_at) values ($1, $2, $3, $4) on conflict do nothing',
      [tokenHash, familyId, new Date(at), new Date(expiresAt)],
    );
  }

  /** Locked, so that of two uses at once the second sees the first. */
  async lockToken(tx: Tx, tokenHash: string): Promise<FoundToken | null> {
    const [row] = await tx.query<TokenRow>(
      `select t.family_id, f.user_id, f.created_at, t.expires_at, t.used_at, f.revoked_at
       from refresh_tokens t join refresh_families f on f.id = t.family_id
       where t.token_hash = $1 for update`,
      [tokenHash],
    );
    if (!row) return null;
    return {
      familyId: row.family_id,
      userId: row.user_id,
      openedAt: row.created_at,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
      revoked: row.revoked_at !== null,
    };
  }

  async markUsed(tx: Tx, tokenHash: string, at: Instant): Promise<void> {
    await tx.query('update refresh_tokens set used_at = $2 where token_hash = $1', [tokenHash, new Date(at)]);
  }

  async revoke(tx: Tx, familyId: string, reason: string, at: Instant): Promise<void> {
    await tx.query(
      'update refresh_families set revoked_at = $2, revoke_reason = $3 where id = $1 and revoked_at is null',
      [familyId, new Date(at), reason],
    );
  }

  async revokeAllOf(tx: Tx, userId: string, reason: string, at: Instant): Promise<void> {
    await tx.query(
      'update refresh_families set revoked_at = $2, revoke_reason = $3 where user_id = $1 and revoked_at is null',
      [userId, new Date(at), reason],
    );
  }

  /** Expired tokens open nothing, used or not; a family goes with its last one. */
  async purge(tx: Tx, expiredBefore: Instant): Promise<void> {
    await tx.query('delete from refresh_tokens where expires_at < $1', [new Date(expiredBefore)]);
    await tx.query(
      'delete from refresh_families f where not exists (select 1 from refresh_tokens t where t.family_id = f.id)',
    );
  }
}
