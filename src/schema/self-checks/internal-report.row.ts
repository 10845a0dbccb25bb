import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** What somebody of an enterprise reported inside it. Without a name where they wished none. */
@Entity('internal_reports')
export class InternalReportRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'enterprise_id' })
  enterpriseId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text', { name: 'photo_ids', array: true })
  photoIds!: string[];

  @Column('text', { name: 'reporter_name', nullable: true })
  reporterName!: string | null;

  @Column('text')
  state!: string;

  @Column('timestamptz', { name: 'reported_at', transformer: instant })
  reportedAt!: Instant;

  @Column('timestamptz', { name: 'due_at', transformer: instant })
  dueAt!: Instant;

  @Column('timestamptz', { name: 'risen_at', nullable: true, transformer: instant })
  risenAt!: Instant | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('text', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true, transformer: instant })
  answeredAt!: Instant | null;

  @Column('text', { name: 'violation_id', nullable: true })
  violationId!: string | null;
}
