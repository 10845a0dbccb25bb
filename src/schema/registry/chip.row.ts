import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A control chip with its sealed secret, as imported from its maker. */
@Entity('chips')
export class ChipRow {
  @PrimaryColumn('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('text', { name: 'secret_sealed' })
  secretSealed!: string;

  /** 1 is the maker's; each agreed with the chip counts one on. */
  @Column('integer', { name: 'secret_no' })
  secretNo!: number;

  @Column('text')
  model!: string;

  @Column('text')
  batch!: string;

  @Column('boolean')
  blocked!: boolean;

  @Column('timestamptz', { name: 'imported_at', transformer: instant })
  importedAt!: Instant;
}
