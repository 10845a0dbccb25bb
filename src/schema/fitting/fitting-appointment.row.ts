import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A machine whose chip is to be fitted on a day. */
@Entity('fitting_appointments')
export class FittingAppointmentRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'machine_id' })
  machineId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('date')
  day!: string;

  @Column('text')
  slot!: string;

  @Column('text', { name: 'technician_id', nullable: true })
  technicianId!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text')
  state!: string;

  @Column('text', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at', transformer: instant })
  madeAt!: Instant;
}
