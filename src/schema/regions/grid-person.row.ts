import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** Somebody who looks after a grid, from a day until before another. */
@Entity('grid_people')
export class GridPersonRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'grid_code' })
  gridCode!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'user_id' })
  userId!: string;

  @Column('text')
  duty!: string;

  @Column('date', { name: 'from_on' })
  fromOn!: string;

  @Column('date', { name: 'until_on', nullable: true })
  untilOn!: string | null;

  @Column('text', { name: 'appointed_by' })
  appointedBy!: string;

  @Column('timestamptz', { name: 'appointed_at', transformer: instant })
  appointedAt!: Instant;
}
