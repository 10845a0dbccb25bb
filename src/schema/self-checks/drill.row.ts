import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A drill that an enterprise held (疏散演练); a record is never changed. */
@Entity('drills')
export class DrillRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'enterprise_id' })
  enterpriseId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  kind!: string;

  @Column('date', { name: 'held_on' })
  heldOn!: string;

  @Column('text')
  place!: string;

  @Column('text')
  course!: string;

  @Column('integer', { name: 'head_count' })
  headCount!: number;

  @Column('text', { array: true })
  people!: string[];

  @Column('text', { name: 'photo_ids', array: true })
  photoIds!: string[];

  @Column('text')
  shortcomings!: string;

  @Column('text')
  remedies!: string;

  @Column('date', { name: 'next_due_on' })
  nextDueOn!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at', transformer: instant })
  recordedAt!: Instant;
}
