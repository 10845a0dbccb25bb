import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** Roles that were offered to the owner of a phone. The link is kept as a hash, the phone sealed. */
@Entity('invitations')
export class InvitationRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'token_hash' })
  tokenHash!: string;

  @Column('text', { array: true })
  roles!: string[];

  @Column('text', { array: true })
  trades!: string[];

  @Column('text', { name: 'phone_sealed' })
  phoneSealed!: string;

  @Column('text', { name: 'phone_hash' })
  phoneHash!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'welder_id', nullable: true })
  welderId!: string | null;

  @Column('text', { name: 'invited_by' })
  invitedBy!: string;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('timestamptz', { name: 'expires_at', transformer: instant })
  expiresAt!: Instant;

  @Column('timestamptz', { name: 'used_at', nullable: true, transformer: instant })
  usedAt!: Instant | null;

  @Column('text', { name: 'used_by', nullable: true })
  usedBy!: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true, transformer: instant })
  withdrawnAt!: Instant | null;

  @Column('text', { name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;
}
