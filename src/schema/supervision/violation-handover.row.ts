import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A case on its way from one department to another, with the receipt that the other side signed. */
@Entity('violation_handovers')
export class ViolationHandoverRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'violation_id' })
  violationId!: string;

  @Column('text', { name: 'from_trade', nullable: true })
  fromTrade!: string | null;

  @Column('text', { name: 'to_trade' })
  toTrade!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  state!: string;

  @Column('text', { name: 'handed_by' })
  handedBy!: string;

  @Column('timestamptz', { name: 'handed_at', transformer: instant })
  handedAt!: Instant;

  /** Who signed the receipt, refused it, or took the case back. */
  @Column('text', { name: 'settled_by', nullable: true })
  settledBy!: string | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true, transformer: instant })
  settledAt!: Instant | null;

  @Column('text', { name: 'settled_for', nullable: true })
  settledFor!: string | null;
}
