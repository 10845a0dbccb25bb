import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** How many messages of a chip could not be read in an hour. */
@Entity('quarantine_hours')
export class QuarantineHourRow {
  @PrimaryColumn('text', { name: 'chip_no' })
  chipNo!: string;

  @PrimaryColumn('timestamptz', { transformer: instant })
  hour!: Instant;

  @Column('integer')
  received!: number;

  @Column('timestamptz', { name: 'last_at', transformer: instant })
  lastAt!: Instant;

  @Column('text', { name: 'last_reason' })
  lastReason!: string;
}
