import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Json } from '../json';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** One attempt of a welder at a quiz: the questions drawn, then the answers. */
@Entity('training_attempts')
export class TrainingAttemptRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'campaign_id' })
  campaignId!: string;

  @Column('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text')
  seed!: string;

  @Column('text', { name: 'question_ids', array: true })
  questionIds!: string[];

  @Column('timestamptz', { name: 'drawn_at', transformer: instant })
  drawnAt!: Instant;

  @Column('jsonb', { nullable: true })
  answers!: Json | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true, transformer: instant })
  answeredAt!: Instant | null;

  @Column('integer', { name: 'right_count', nullable: true })
  rightCount!: number | null;

  @Column('boolean', { nullable: true })
  passed!: boolean | null;
}
