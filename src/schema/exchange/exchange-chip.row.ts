import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A chip that speaks through the cloud of its vendor. */
@Entity('exchange_chips')
export class ExchangeChipRow {
  @PrimaryColumn('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('text', { name: 'partner_id' })
  partnerId!: string;

  @Column('text', { name: 'given_by' })
  givenBy!: string;

  @Column('timestamptz', { name: 'given_at', transformer: instant })
  givenAt!: Instant;
}
