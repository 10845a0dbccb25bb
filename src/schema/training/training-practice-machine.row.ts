import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A machine on which pupils of a session practise, until it is released. */
@Entity('training_practice_machines')
export class TrainingPracticeMachineRow {
  @PrimaryColumn('text', { name: 'practice_id' })
  practiceId!: string;

  @PrimaryColumn('text', { name: 'machine_id' })
  machineId!: string;

  @Column('timestamptz', { name: 'released_at', nullable: true, transformer: instant })
  releasedAt!: Instant | null;
}
