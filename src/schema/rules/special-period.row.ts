import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A period in which the level of hot work is raised in a region. */
@Entity('special_periods')
export class SpecialPeriodRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'valid_from', transformer: instant })
  validFrom!: Instant;

  @Column('timestamptz', { name: 'valid_to', transformer: instant })
  validTo!: Instant;

  @Column('text', { name: 'declared_by', nullable: true })
  declaredBy!: string | null;
}
