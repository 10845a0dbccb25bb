import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** How one kind is written for another platform, from a day on. */
@Entity('exchange_mappings')
export class ExchangeMappingRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'partner_id' })
  partnerId!: string;

  @Column('text')
  kind!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('jsonb')
  fields!: Json;

  @Column('text', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at', transformer: instant })
  madeAt!: Instant;
}
