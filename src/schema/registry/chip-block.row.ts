import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** From when to when a chip was blocked, why, and who lifted it. */
@Entity('chip_blocks')
export class ChipBlockRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('text')
  reason!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { name: 'blocked_by' })
  blockedBy!: string;

  @Column('timestamptz', { name: 'blocked_at', transformer: instant })
  blockedAt!: Instant;

  @Column('text', { name: 'lifted_by', nullable: true })
  liftedBy!: string | null;

  @Column('timestamptz', { name: 'lifted_at', nullable: true, transformer: instant })
  liftedAt!: Instant | null;
}
