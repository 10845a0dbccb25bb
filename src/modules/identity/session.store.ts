import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { RefreshFamilyRow } from '../../schema/identity/refresh-family.row';
import { RefreshTokenRow } from '../../schema/identity/refresh-token.row';

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
  readonly deviceName: string | null;
  /** Opened with a password that somebody else gave. */
  readonly temporary: boolean;
}

type TokenRow = Pick<RefreshTokenRow, 'familyId' | 'expiresAt' | 'usedAt'> &
  Pick<RefreshFamilyRow, 'userId' | 'createdAt' | 'revokedAt'>;

const TOKEN = [
  columnsOf(RefreshTokenRow, 't', ['familyId', 'expiresAt', 'usedAt']),
  columnsOf(RefreshFamilyRow, 'f', ['userId', 'createdAt', 'revokedAt']),
].join(', ');

@Injectable()
export class SessionStore {
  async openFamily(tx: Tx, { temporary, ...family }: NewFamily, at: Instant): Promise<void> {
    await tx.rows(RefreshFamilyRow).insert({ ...family, createdAt: at, passwordTemporary: temporary });
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
      `select ${TOKEN} from refresh_tokens t join refresh_families f on f.id = t.family_id
       where t.token_hash = $1 for update`,
      [tokenHash],
    );
    if (!row) return null;
    const { createdAt, revokedAt, ...token } = row;
    return { ...token, openedAt: createdAt, revoked: revokedAt !== null };
  }

  async markUsed(tx: Tx, tokenHash: string, at: Instant): Promise<void> {
    await tx.rows(RefreshTokenRow).update({ tokenHash }, { usedAt: at });
  }

  async revoke(tx: Tx, familyId: string, reason: string, at: Instant): Promise<void> {
    await this.revokeOpen(tx, { id: familyId }, reason, at);
  }

  async revokeAllOf(tx: Tx, userId: string, reason: string, at: Instant): Promise<void> {
    await this.revokeOpen(tx, { userId }, reason, at);
  }

  /** Expired tokens open nothing, used or not; a family goes with its last one. */
  async purge(tx: Tx, expiredBefore: Instant): Promise<void> {
    await tx.rows(RefreshTokenRow).delete({ expiresAt: LessThan(expiredBefore) });
    await tx.query(
      'delete from refresh_families f where not exists (select 1 from refresh_tokens t where t.family_id = f.id)',
    );
  }

  private async revokeOpen(
    tx: Tx,
    whose: { id: string } | { userId: string },
    reason: string,
    at: Instant,
  ): Promise<void> {
    const changes = { revokedAt: at, revokeReason: reason };
    await tx.rows(RefreshFamilyRow).update({ ...whose, revokedAt: IsNull() }, changes);
  }
}
