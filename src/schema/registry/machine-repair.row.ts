import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A repair of a machine: who repairs, from when until when, and what was done. */
@Entity('machine_repairs')
export class MachineRepairRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'machine_id' })
  machineId!: string;

  /** The firm or person who repairs. */
  @Column('text')
  repairer!: string;

  @Column('text')
  fault!: string;

  @Column('date', { name: 'started_on' })
  startedOn!: string;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  /** What was done. */
  @Column('text', { nullable: true })
  work!: string | null;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at', transformer: instant })
  recordedAt!: Instant;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true, transformer: instant })
  endedAt!: Instant | null;
}
