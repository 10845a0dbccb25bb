import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** How far the arcs of a forged certificate have been judged anew. */
@Entity('forged_card_reviews')
export class ForgedCardReviewRow {
  @PrimaryColumn('text', { name: 'certificate_id' })
  certificateId!: string;

  @Column('timestamptz', { name: 'after_started_at', nullable: true, transformer: instant })
  afterStartedAt!: Instant | null;

  @Column('text', { name: 'after_arc_id' })
  afterArcId!: string;

  @Column('timestamptz', { name: 'done_at', nullable: true, transformer: instant })
  doneAt!: Instant | null;
}
