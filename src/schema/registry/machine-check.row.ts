import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A safety check of a machine: who checked, when, the result, until when it holds, and the photo of the paper. */
@Entity('machine_checks')
export class MachineCheckRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'machine_id' })
  machineId!: string;

  @Column('date', { name: 'checked_on' })
  checkedOn!: string;

  /** The firm or person who checked, as it stands on the paper. */
  @Column('text')
  checker!: string;

  @Column('text')
  result!: string;

  @Column('date', { name: 'next_due_on', nullable: true })
  nextDueOn!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { name: 'photo_id' })
  photoId!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at', transformer: instant })
  recordedAt!: Instant;
}
