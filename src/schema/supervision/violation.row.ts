import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A finding that somebody must answer: what, where, whose, and how far it is settled. */
@Entity('violations')
export class ViolationRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  grade!: string;

  @Column('integer')
  severity!: number;

  @Column('text')
  state!: string;

  @Column('text')
  certainty!: string;

  @Column('text')
  source!: string;

  @Column('text')
  cause!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'machine_id', nullable: true })
  machineId!: string | null;

  @Column('text', { name: 'chip_no', nullable: true })
  chipNo!: string | null;

  @Column('text', { name: 'welder_id', nullable: true })
  welderId!: string | null;

  @Column('text', { name: 'permit_id', nullable: true })
  permitId!: string | null;

  @Column('text', { name: 'job_id', nullable: true })
  jobId!: string | null;

  @Column('text', { name: 'arc_id', nullable: true })
  arcId!: string | null;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lng!: number | null;

  @Column('text')
  description!: string;

  @Column('jsonb')
  evidence!: Json;

  @Column('text', { name: 'photo_ids', array: true })
  photoIds!: string[];

  @Column('integer')
  occurrences!: number;

  @Column('timestamptz', { name: 'found_at', transformer: instant })
  foundAt!: Instant;

  @Column('timestamptz', { name: 'last_at', transformer: instant })
  lastAt!: Instant;

  @Column('timestamptz', { name: 'raised_at', transformer: instant })
  raisedAt!: Instant;

  @Column('text', { name: 'raised_by', nullable: true })
  raisedBy!: string | null;

  @Column('text', { name: 'assigned_to', nullable: true })
  assignedTo!: string | null;

  @Column('timestamptz', { name: 'due_at', nullable: true, transformer: instant })
  dueAt!: Instant | null;

  @Column('text', { name: 'escalated_to', nullable: true })
  escalatedTo!: string | null;

  @Column('text', { array: true })
  rectifiers!: string[];

  @Column('timestamptz', { name: 'rectified_at', nullable: true, transformer: instant })
  rectifiedAt!: Instant | null;

  @Column('text', { name: 'reviewed_by', nullable: true })
  reviewedBy!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true, transformer: instant })
  closedAt!: Instant | null;

  @Column('integer')
  version!: number;

  @Column('jsonb', { name: 'major_basis', nullable: true })
  majorBasis!: Json | null;

  @Column('text', { name: 'assigned_enterprise', nullable: true })
  assignedEnterprise!: string | null;

  @Column('timestamptz', { name: 'listed_at', nullable: true, transformer: instant })
  listedAt!: Instant | null;

  @Column('timestamptz', { name: 'supervised_at', nullable: true, transformer: instant })
  supervisedAt!: Instant | null;

  @Column('timestamptz', { name: 'handed_over_at', nullable: true, transformer: instant })
  handedOverAt!: Instant | null;

  @Column('timestamptz', { name: 'told_at', nullable: true, transformer: instant })
  toldAt!: Instant | null;

  @Column('integer', { name: 'false_rectifications' })
  falseRectifications!: number;

  @Column('timestamptz', { name: 'reminded_at', nullable: true, transformer: instant })
  remindedAt!: Instant | null;
}
