import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** Power without a job for a few minutes: a technician tests relay and arc sensing of a chip. */
@Entity('power_tests')
export class PowerTestRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('text', { name: 'machine_id' })
  machineId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'by_user' })
  byUser!: string;

  @Column('timestamptz', { name: 'started_at', transformer: instant })
  startedAt!: Instant;

  @Column('timestamptz', { name: 'until_at', transformer: instant })
  untilAt!: Instant;

  @Column('timestamptz', { name: 'ended_at', nullable: true, transformer: instant })
  endedAt!: Instant | null;
}
