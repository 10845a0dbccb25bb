import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** The ledger of rewards: who proposed, who approved, who paid, never to whom. */
@Entity('tip_rewards')
export class TipRewardRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'tip_id' })
  tipId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  grade!: string;

  @Column('boolean')
  major!: boolean;

  @Column('boolean')
  insider!: boolean;

  @Column('integer')
  yuan!: number;

  @Column('text', { name: 'capped_by', nullable: true })
  cappedBy!: string | null;

  @Column('text')
  state!: string;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at', transformer: instant })
  proposedAt!: Instant;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true, transformer: instant })
  decidedAt!: Instant | null;

  @Column('text', { name: 'refused_for', nullable: true })
  refusedFor!: string | null;

  @Column('text', { name: 'paid_by', nullable: true })
  paidBy!: string | null;

  @Column('timestamptz', { name: 'paid_at', nullable: true, transformer: instant })
  paidAt!: Instant | null;

  @Column('text', { name: 'paid_how', nullable: true })
  paidHow!: string | null;
}
