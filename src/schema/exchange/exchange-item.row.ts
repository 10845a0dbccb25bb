import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** One registration as it was sent to another platform, and whether something of it still has to be sent. */
@Entity('exchange_items')
export class ExchangeItemRow {
  @PrimaryColumn('text', { name: 'partner_id' })
  partnerId!: string;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text', { name: 'entity_id' })
  entityId!: string;

  /** The order in which registrations are sent. */
  @Column('bigint')
  seq!: string;

  /** One more each time that its content changed; 0: never written. */
  @Column('integer')
  version!: number;

  @Column('text')
  op!: string;

  @Column('text')
  hash!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('date', { nullable: true })
  day!: string | null;

  /** The version that the other side holds. */
  @Column('integer', { name: 'held_version', nullable: true })
  heldVersion!: number | null;

  /** Not null: to be looked at and sent. */
  @Column('timestamptz', { name: 'due_at', nullable: true, transformer: instant })
  dueAt!: Instant | null;

  /** Why the other side refused it, or why it cannot be written. */
  @Column('text', { nullable: true })
  fault!: string | null;
}
