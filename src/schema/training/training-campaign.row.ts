import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Json } from '../json';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A training campaign (全员培训) of a region: whom it is for, what is read, how the quiz passes. */
@Entity('training_campaigns')
export class TrainingCampaignRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('text', { array: true })
  industries!: string[];

  @Column('text', { array: true })
  operations!: string[];

  @Column('text', { name: 'enterprise_ids', array: true })
  enterpriseIds!: string[];

  @Column('jsonb')
  sections!: Json;

  @Column('text', { name: 'photo_ids', array: true })
  photoIds!: string[];

  @Column('text', { array: true })
  topics!: string[];

  @Column('integer', { name: 'question_count' })
  questionCount!: number;

  @Column('integer', { name: 'pass_percent' })
  passPercent!: number;

  @Column('boolean', { name: 'session_required' })
  sessionRequired!: boolean;

  @Column('text', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('text', { name: 'closed_by', nullable: true })
  closedBy!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true, transformer: instant })
  closedAt!: Instant | null;
}
