import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A one-time code sent to a phone; at most one open code for each phone. */
@Entity('login_codes')
export class LoginCodeRow {
  @PrimaryColumn('text', { name: 'phone_hash' })
  phoneHash!: string;

  @Column('text', { name: 'code_hash' })
  codeHash!: string;

  @Column('timestamptz', { name: 'expires_at', transformer: instant })
  expiresAt!: Instant;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz', { name: 'sent_at', transformer: instant })
  sentAt!: Instant;

  @Column('timestamptz', { name: 'used_at', nullable: true, transformer: instant })
  usedAt!: Instant | null;

  @Column('text', { name: 'used_from', nullable: true })
  usedFrom!: string | null;
}
