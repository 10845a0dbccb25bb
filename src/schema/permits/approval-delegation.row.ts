import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** Who may sign in whose name, in which step, from when to when. */
@Entity('approval_delegations')
export class ApprovalDelegationRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'from_user' })
  fromUser!: string;

  @Column('text', { name: 'to_user' })
  toUser!: string;

  @Column('text', { name: 'enterprise_id' })
  enterpriseId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('timestamptz', { name: 'from_at', transformer: instant })
  fromAt!: Instant;

  @Column('timestamptz', { name: 'to_at', transformer: instant })
  toAt!: Instant;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('timestamptz', { name: 'revoked_at', nullable: true, transformer: instant })
  revokedAt!: Instant | null;
}
