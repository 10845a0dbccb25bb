import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** When time next changes a permit. The clock reads the earliest. */
@Entity('permit_deadlines')
export class PermitDeadlineRow {
  @PrimaryColumn('text', { name: 'permit_id' })
  permitId!: string;

  @Column('timestamptz', { name: 'due_at', transformer: instant })
  dueAt!: Instant;
}
