import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A practice session (实训课): an instructor answers for pupils on listed machines. */
@Entity('training_practices')
export class TrainingPracticeRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'provider_id' })
  providerId!: string;

  @Column('text', { name: 'instructor_id' })
  instructorId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at', transformer: instant })
  openedAt!: Instant;

  @Column('timestamptz', { name: 'ends_at', transformer: instant })
  endsAt!: Instant;

  /** When the instructor has to show again that they are there. */
  @Column('timestamptz', { name: 'present_until', transformer: instant })
  presentUntil!: Instant;

  @Column('timestamptz', { name: 'ended_at', nullable: true, transformer: instant })
  endedAt!: Instant | null;
}
