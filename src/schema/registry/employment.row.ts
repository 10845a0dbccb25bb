import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** From when to when a welder worked for an enterprise. */
@Entity('employments')
export class EmploymentRow {
  @PrimaryColumn('text', { name: 'welder_id' })
  welderId!: string;

  @PrimaryColumn('text', { name: 'enterprise_id' })
  enterpriseId!: string;

  @PrimaryColumn('timestamptz', { transformer: instant })
  since!: Instant;

  @Column('timestamptz', { nullable: true, transformer: instant })
  until!: Instant | null;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: string | null;
}
