import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A registration that went from one department to another, with the receipt. */
@Entity('registration_handovers')
export class RegistrationHandoverRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'registration_id' })
  registrationId!: string;

  @Column('text', { name: 'from_trade', nullable: true })
  fromTrade!: string | null;

  @Column('text', { name: 'to_trade' })
  toTrade!: string;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'handed_by' })
  handedBy!: string;

  @Column('timestamptz', { name: 'handed_at', transformer: instant })
  handedAt!: Instant;

  @Column('text', { name: 'received_by', nullable: true })
  receivedBy!: string | null;

  @Column('timestamptz', { name: 'received_at', nullable: true, transformer: instant })
  receivedAt!: Instant | null;
}
