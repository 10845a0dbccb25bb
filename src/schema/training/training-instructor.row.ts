import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A welder whom an official named as instructor of a school. */
@Entity('training_instructors')
export class TrainingInstructorRow {
  @PrimaryColumn('text', { name: 'provider_id' })
  providerId!: string;

  @PrimaryColumn('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text', { name: 'named_by' })
  namedBy!: string;

  @Column('timestamptz', { name: 'named_at', transformer: instant })
  namedAt!: Instant;
}
