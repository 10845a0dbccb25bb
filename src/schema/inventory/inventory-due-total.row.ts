import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many things of a kind have a day in a dimension, in a region and all below it: the sum of the counters of all days. */
@Entity('inventory_due_totals')
export class InventoryDueTotalRow {
  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text', { name: 'region_code' })
  regionCode!: string;

  @PrimaryColumn('text')
  dimension!: string;

  @Column('bigint')
  n!: string;
}
