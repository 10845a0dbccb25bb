import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many things of a kind stand in a region and all below it under a value, by the day on which that ends. */
@Entity('inventory_counts')
export class InventoryCountRow {
  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text', { name: 'region_code' })
  regionCode!: string;

  @PrimaryColumn('text')
  dimension!: string;

  @PrimaryColumn('text')
  value!: string;

  @PrimaryColumn('date', { name: 'due_on' })
  dueOn!: string;

  @Column('bigint')
  n!: string;
}
