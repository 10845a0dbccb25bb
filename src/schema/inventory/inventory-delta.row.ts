import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A change of a count that was not yet added to it. */
@Entity('inventory_deltas')
export class InventoryDeltaRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  dimension!: string;

  @Column('text')
  value!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('bigint')
  n!: string;
}
