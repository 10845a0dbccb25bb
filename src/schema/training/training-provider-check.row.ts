import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** An official looked at a training provider. */
@Entity('training_provider_checks')
export class TrainingProviderCheckRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'provider_id' })
  providerId!: string;

  @Column('date', { name: 'checked_on' })
  checkedOn!: string;

  @Column('text')
  result!: string;

  @Column('text')
  note!: string;

  @Column('text', { name: 'checked_by', nullable: true })
  checkedBy!: string | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;
}
