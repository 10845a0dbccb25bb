import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** What a rule said about an arc; late data adds a version. */
@Entity('arc_verdicts')
export class ArcVerdictRow {
  @PrimaryColumn('text', { name: 'arc_id' })
  arcId!: string;

  @PrimaryColumn('text')
  rule!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('text')
  verdict!: string;

  @Column('text', { name: 'job_id', nullable: true })
  jobId!: string | null;

  @Column('timestamptz', { name: 'judged_at', transformer: instant })
  judgedAt!: Instant;

  @Column('jsonb')
  detail!: Json;
}
