import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A welder passed a campaign; the code is on the certificate of attendance. */
@Entity('training_passes')
export class TrainingPassRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'campaign_id' })
  campaignId!: string;

  @Column('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text', { name: 'attempt_id' })
  attemptId!: string;

  @Column('timestamptz', { name: 'passed_at', transformer: instant })
  passedAt!: Instant;

  @Column('date', { name: 'valid_to' })
  validTo!: string;

  @Column('text')
  code!: string;
}
