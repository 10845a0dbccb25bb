import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A welder from whom an official took the power for a while, with the appeal and its answer. */
@Entity('welder_suspensions')
export class WelderSuspensionRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  state!: string;

  @Column('text')
  reason!: string;

  /** The case for which it was done. */
  @Column('text', { name: 'violation_id', nullable: true })
  violationId!: string | null;

  @Column('text', { name: 'suspended_by' })
  suspendedBy!: string;

  @Column('timestamptz', { name: 'suspended_at', transformer: instant })
  suspendedAt!: Instant;

  @Column('timestamptz', { name: 'until_at', transformer: instant })
  untilAt!: Instant;

  @Column('text', { nullable: true })
  appeal!: string | null;

  @Column('timestamptz', { name: 'appealed_at', nullable: true, transformer: instant })
  appealedAt!: Instant | null;

  @Column('timestamptz', { name: 'answer_due_at', nullable: true, transformer: instant })
  answerDueAt!: Instant | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('text', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true, transformer: instant })
  answeredAt!: Instant | null;

  @Column('text', { name: 'closed_by', nullable: true })
  closedBy!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true, transformer: instant })
  closedAt!: Instant | null;

  @Column('text', { name: 'close_reason', nullable: true })
  closeReason!: string | null;
}
