import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A photo that proves a place or a person, and what an official saw in it. */
@Entity('photo_checks')
export class PhotoCheckRow {
  @PrimaryColumn('text', { name: 'photo_id' })
  photoId!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'permit_id', nullable: true })
  permitId!: string | null;

  @Column('text', { name: 'job_id', nullable: true })
  jobId!: string | null;

  @Column('text', { name: 'welder_id', nullable: true })
  welderId!: string | null;

  @Column('text', { name: 'taken_by' })
  takenBy!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('timestamptz', { name: 'asked_at', transformer: instant })
  askedAt!: Instant;

  @Column('timestamptz', { name: 'due_at', transformer: instant })
  dueAt!: Instant;

  @Column('timestamptz', { name: 'told_at', nullable: true, transformer: instant })
  toldAt!: Instant | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true, transformer: instant })
  decidedAt!: Instant | null;

  @Column('text', { nullable: true })
  verdict!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('boolean', { name: 'for_grid' })
  forGrid!: boolean;

  @Column('text', { name: 'passed_on_by', nullable: true })
  passedOnBy!: string | null;

  @Column('timestamptz', { name: 'passed_on_at', nullable: true, transformer: instant })
  passedOnAt!: Instant | null;
}
