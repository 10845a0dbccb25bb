import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** What an enterprise found for one item of its list. */
@Entity('self_check_answers')
export class SelfCheckAnswerRow {
  @PrimaryColumn('text', { name: 'check_id' })
  checkId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  answer!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { name: 'photo_ids', array: true })
  photoIds!: string[];

  @Column('text', { name: 'answered_by' })
  answeredBy!: string;

  @Column('timestamptz', { name: 'answered_at', transformer: instant })
  answeredAt!: Instant;
}
