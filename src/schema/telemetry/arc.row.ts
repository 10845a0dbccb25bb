import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A burning arc from its start to its end, as measured by a chip. */
@Entity('arcs')
export class ArcRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('text', { name: 'machine_id', nullable: true })
  machineId!: string | null;

  @Column('integer')
  boot!: number;

  @Column('smallint')
  outlet!: number;

  @Column('bigint', { name: 'start_up' })
  startUp!: string;

  @Column('bigint', { name: 'last_up' })
  lastUp!: string;

  @Column('boolean', { name: 'from_events' })
  fromEvents!: boolean;

  @Column('timestamptz', { name: 'started_at', transformer: instant })
  startedAt!: Instant;

  @Column('timestamptz', { name: 'ended_at', nullable: true, transformer: instant })
  endedAt!: Instant | null;

  @Column('timestamptz', { name: 'last_seen_at', transformer: instant })
  lastSeenAt!: Instant;

  @Column('bigint', { name: 'arc_ms' })
  arcMs!: string;

  @Column('real', { name: 'peak_a' })
  peakA!: number;

  @Column('text', { name: 'claimed_job_id', nullable: true })
  claimedJobId!: string | null;

  @Column('integer', { name: 'sample_ms' })
  sampleMs!: number;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column('timestamptz', { name: 'earliest_at', nullable: true, transformer: instant })
  earliestAt!: Instant | null;

  @Column('boolean')
  lost!: boolean;
}
