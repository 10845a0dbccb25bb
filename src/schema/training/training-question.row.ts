import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Json } from '../json';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A question of the bank, in Chinese and English, with its source. */
@Entity('training_questions')
export class TrainingQuestionRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  topic!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'text_zh' })
  textZh!: string;

  @Column('text', { name: 'text_en' })
  textEn!: string;

  @Column('jsonb')
  options!: Json;

  @Column('text', { array: true })
  correct!: string[];

  @Column('text', { name: 'explanation_zh' })
  explanationZh!: string;

  @Column('text', { name: 'explanation_en' })
  explanationEn!: string;

  @Column('text')
  source!: string;

  @Column('text', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('timestamptz', { name: 'retired_at', nullable: true, transformer: instant })
  retiredAt!: Instant | null;
}
