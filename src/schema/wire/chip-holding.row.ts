import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** What a chip told last of the keys and settings it holds. */
@Entity('chip_holdings')
export class ChipHoldingRow {
  @PrimaryColumn('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('text', { array: true, nullable: true })
  keys!: string[] | null;

  @Column('integer', { name: 'settings_no', nullable: true })
  settingsNo!: number | null;

  @Column('timestamptz', { name: 'told_at', transformer: instant })
  toldAt!: Instant;
}
