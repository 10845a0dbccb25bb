import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A finding about the register that somebody answers for; with other facts it comes back. */
@Entity('quality_acceptances')
export class QualityAcceptanceRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('text')
  facts!: string;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'accepted_by' })
  acceptedBy!: string;

  @Column('timestamptz', { name: 'accepted_at', transformer: instant })
  acceptedAt!: Instant;
}
