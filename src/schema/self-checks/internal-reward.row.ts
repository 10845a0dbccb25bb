import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** What an enterprise gave for a report that was true: proposed by one, decided by another, received by the reporter. */
@Entity('internal_rewards')
export class InternalRewardRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'report_id' })
  reportId!: string;

  @Column('text')
  state!: string;

  @Column('integer')
  yuan!: number;

  @Column('text')
  what!: string;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at', transformer: instant })
  proposedAt!: Instant;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true, transformer: instant })
  decidedAt!: Instant | null;

  @Column('text', { name: 'refused_for', nullable: true })
  refusedFor!: string | null;

  @Column('timestamptz', { name: 'received_at', nullable: true, transformer: instant })
  receivedAt!: Instant | null;
}
