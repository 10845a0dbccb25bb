import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A request for help with one refusal. */
@Entity('help_tickets')
export class HelpTicketRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'decision_id' })
  decisionId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'welder_id', nullable: true })
  welderId!: string | null;

  @Column('text', { name: 'machine_id', nullable: true })
  machineId!: string | null;

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at', transformer: instant })
  askedAt!: Instant;

  @Column('timestamptz', { name: 'refused_at', transformer: instant })
  refusedAt!: Instant;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { name: 'photo_id', nullable: true })
  photoId!: string | null;

  @Column('text')
  state!: string;

  @Column('text', { name: 'taken_by', nullable: true })
  takenBy!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true, transformer: instant })
  closedAt!: Instant | null;
}
