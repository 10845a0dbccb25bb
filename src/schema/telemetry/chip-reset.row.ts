import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** Who told the platform to forget a chip's boot number, and why. */
@Entity('chip_resets')
export class ChipResetRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('timestamptz', { transformer: instant })
  at!: Instant;

  @Column('text', { name: 'by_user' })
  byUser!: string;

  @Column('text')
  reason!: string;

  @Column('integer', { name: 'boot_before' })
  bootBefore!: number;

  @Column('integer', { name: 'boot_after' })
  bootAfter!: number;
}
