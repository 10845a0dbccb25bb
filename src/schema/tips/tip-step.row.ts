import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** What was done about a tip. A note for the reporter is an answer. */
@Entity('tip_steps')
export class TipStepRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'tip_id' })
  tipId!: string;

  @Column('text')
  command!: string;

  @Column('text', { name: 'taken_by' })
  takenBy!: string;

  @Column('timestamptz', { name: 'taken_at', transformer: instant })
  takenAt!: Instant;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('boolean', { name: 'for_reporter' })
  forReporter!: boolean;
}
