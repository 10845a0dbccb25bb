import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** An inspector's stop of a job on the spot, and what the regulator decided. */
@Entity('job_stop_orders')
export class JobStopOrderRow {
  @PrimaryColumn('text', { name: 'job_id' })
  jobId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'ordered_by' })
  orderedBy!: string;

  @Column('timestamptz', { name: 'ordered_at', transformer: instant })
  orderedAt!: Instant;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'photo_id', nullable: true })
  photoId!: string | null;

  @Column('text')
  standing!: string;

  @Column('timestamptz', { name: 'due_at', nullable: true, transformer: instant })
  dueAt!: Instant | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true, transformer: instant })
  decidedAt!: Instant | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
