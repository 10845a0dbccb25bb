import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A signed-in session: one device of one user, from signing in to signing out. */
@Entity('refresh_families')
export class RefreshFamilyRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'user_id' })
  userId!: string;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('timestamptz', { name: 'revoked_at', nullable: true, transformer: instant })
  revokedAt!: Instant | null;

  @Column('text', { name: 'revoke_reason', nullable: true })
  revokeReason!: string | null;

  @Column('text', { name: 'device_hash', nullable: true })
  deviceHash!: string | null;

  @Column('text', { name: 'device_name', nullable: true })
  deviceName!: string | null;

  @Column('boolean', { name: 'password_temporary' })
  passwordTemporary!: boolean;
}
