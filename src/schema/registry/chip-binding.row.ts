import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** From when to when a chip was fitted to a machine. */
@Entity('chip_bindings')
export class ChipBindingRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('text', { name: 'machine_id' })
  machineId!: string;

  @Column('timestamptz', { name: 'bound_at', transformer: instant })
  boundAt!: Instant;

  @Column('timestamptz', { name: 'unbound_at', nullable: true, transformer: instant })
  unboundAt!: Instant | null;
}
