import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** How many chips of a region and all below it were heard of lately, and how many fell silent during a job. */
@Entity('chip_presence')
export class ChipPresenceRow {
  @PrimaryColumn('text', { name: 'region_code' })
  regionCode!: string;

  @Column('integer')
  heard!: number;

  @Column('integer')
  silent!: number;

  @Column('timestamptz', { name: 'counted_at', transformer: instant })
  countedAt!: Instant;
}
