import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** Who answers the phone of the duty desk of a region, from when to when. */
@Entity('duty_shifts')
export class DutyShiftRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  name!: string;

  @Column('text')
  phone!: string;

  @Column('timestamptz', { name: 'from_at', transformer: instant })
  fromAt!: Instant;

  @Column('timestamptz', { name: 'to_at', transformer: instant })
  toAt!: Instant;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;
}
