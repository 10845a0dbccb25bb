import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** How many text messages a phone or an address got in a period. */
@Entity('text_counts')
export class TextCountRow {
  @PrimaryColumn('text')
  subject!: string;

  @PrimaryColumn('timestamptz', { name: 'began_at', transformer: instant })
  beganAt!: Instant;

  @Column('integer')
  sent!: number;
}
