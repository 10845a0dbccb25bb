import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A pupil whom a session covers, until they are released. */
@Entity('training_practice_pupils')
export class TrainingPracticePupilRow {
  @PrimaryColumn('text', { name: 'practice_id' })
  practiceId!: string;

  @PrimaryColumn('text', { name: 'welder_id' })
  welderId!: string;

  @Column('timestamptz', { name: 'released_at', nullable: true, transformer: instant })
  releasedAt!: Instant | null;
}
