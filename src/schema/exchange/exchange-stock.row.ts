import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** How far all registrations of a kind were looked through for another platform. */
@Entity('exchange_stocks')
export class ExchangeStockRow {
  @PrimaryColumn('text', { name: 'partner_id' })
  partnerId!: string;

  @PrimaryColumn('text')
  kind!: string;

  @Column('text', { name: 'after_id' })
  afterId!: string;

  @Column('timestamptz', { name: 'done_at', nullable: true, transformer: instant })
  doneAt!: Instant | null;
}
