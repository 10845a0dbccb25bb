import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** The way to another platform: whether it answers, who is sending, and when both sides are compared next. */
@Entity('exchange_lines')
export class ExchangeLineRow {
  @PrimaryColumn('text', { name: 'partner_id' })
  partnerId!: string;

  @Column('integer')
  failures!: number;

  @Column('timestamptz', { name: 'paused_until', nullable: true, transformer: instant })
  pausedUntil!: Instant | null;

  @Column('text', { nullable: true })
  fault!: string | null;

  @Column('timestamptz', { name: 'claimed_until', nullable: true, transformer: instant })
  claimedUntil!: Instant | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true, transformer: instant })
  answeredAt!: Instant | null;

  @Column('timestamptz', { name: 'check_due_at', transformer: instant })
  checkDueAt!: Instant;
}
