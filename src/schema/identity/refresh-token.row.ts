import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A refresh token, as a hash. Each is used once; a second use ends its family. */
@Entity('refresh_tokens')
export class RefreshTokenRow {
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash!: string;

  @Column('text', { name: 'family_id' })
  familyId!: string;

  @Column('timestamptz', { name: 'issued_at', transformer: instant })
  issuedAt!: Instant;

  @Column('timestamptz', { name: 'expires_at', transformer: instant })
  expiresAt!: Instant;

  @Column('timestamptz', { name: 'used_at', nullable: true, transformer: instant })
  usedAt!: Instant | null;
}
