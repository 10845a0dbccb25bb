import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** What was done about a request for help. */
@Entity('help_steps')
export class HelpStepRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'ticket_id' })
  ticketId!: string;

  @Column('text')
  command!: string;

  @Column('text', { name: 'taken_by' })
  takenBy!: string;

  @Column('timestamptz', { name: 'taken_at', transformer: instant })
  takenAt!: Instant;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { name: 'finding_codes', array: true })
  findingCodes!: string[];

  @Column('timestamptz', { nullable: true, transformer: instant })
  until!: Instant | null;
}
