import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A code that opens an account once in place of the authenticator; kept as a keyed hash. */
@Entity('recovery_codes')
export class RecoveryCodeRow {
  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @PrimaryColumn('text', { name: 'code_hash' })
  codeHash!: string;

  @Column('timestamptz', { name: 'used_at', nullable: true, transformer: instant })
  usedAt!: Instant | null;
}
