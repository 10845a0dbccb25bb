import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A welding job: a welder, a machine's outlet, and the time it had power. */
@Entity('jobs')
export class JobRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'machine_id' })
  machineId!: string;

  @Column('integer')
  outlet!: number;

  @Column('text')
  control!: string;

  @Column('text', { name: 'chip_no', nullable: true })
  chipNo!: string | null;

  @Column('integer', { nullable: true })
  boot!: number | null;

  @Column('text', { name: 'welder_id' })
  welderId!: string;

  @Column('boolean')
  automatic!: boolean;

  @Column('text', { name: 'permit_id', nullable: true })
  permitId!: string | null;

  @Column('text', { name: 'designated_area_id', nullable: true })
  designatedAreaId!: string | null;

  /** The instructor's session on which a pupil's work rests. */
  @Column('text', { name: 'practice_id', nullable: true })
  practiceId!: string | null;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'decision_id', nullable: true })
  decisionId!: string | null;

  @Column('text', { name: 'started_by', nullable: true })
  startedBy!: string | null;

  @Column('text')
  source!: string;

  @Column('text')
  state!: string;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: string | null;

  @Column('timestamptz', { name: 'reserved_at', transformer: instant })
  reservedAt!: Instant;

  @Column('timestamptz', { name: 'running_at', nullable: true, transformer: instant })
  runningAt!: Instant | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true, transformer: instant })
  endedAt!: Instant | null;

  @Column('timestamptz', { name: 'work_until', transformer: instant })
  workUntil!: Instant;

  @Column('integer', { name: 'idle_limit_s' })
  idleLimitS!: number;

  @Column('timestamptz', { name: 'last_arc_at', nullable: true, transformer: instant })
  lastArcAt!: Instant | null;

  @Column('boolean', { name: 'arc_open' })
  arcOpen!: boolean;

  @Column('bigint', { name: 'arc_ms' })
  arcMs!: string;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lng!: number | null;

  @Column('double precision', { name: 'accuracy_m', nullable: true })
  accuracyM!: number | null;

  @Column('text', { name: 'photo_id', nullable: true })
  photoId!: string | null;

  @Column('bigint', { name: 'unlock_up', nullable: true })
  unlockUp!: string | null;
}
