import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A safety measure of a permit and who confirmed it. */
@Entity('permit_measures')
export class PermitMeasureRow {
  @PrimaryColumn('text', { name: 'permit_id' })
  permitId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text', { name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true, transformer: instant })
  confirmedAt!: Instant | null;

  @Column('numeric', { precision: 6, scale: 1, nullable: true })
  number!: string | null;
}
