import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** One of the two parts of a draw’s seed: its hash first, the value later. */
@Entity('draw_commitments')
export class DrawCommitmentRow {
  @PrimaryColumn('text', { name: 'draw_id' })
  drawId!: string;

  @PrimaryColumn('smallint')
  place!: number;

  @Column('text', { name: 'officer_id' })
  officerId!: string;

  @Column('text')
  hash!: string;

  @Column('timestamptz', { name: 'committed_at', transformer: instant })
  committedAt!: Instant;

  @Column('text', { nullable: true })
  value!: string | null;

  @Column('timestamptz', { name: 'revealed_at', nullable: true, transformer: instant })
  revealedAt!: Instant | null;
}
