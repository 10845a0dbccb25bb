import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A filter of the inventory that somebody keeps under a name. */
@Entity('inventory_filters')
export class InventoryFilterRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'user_id' })
  userId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  query!: Json;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;
}
