import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** That a welder was told to be off the trade since a day. */
@Entity('recency_warnings')
export class RecencyWarningRow {
  @PrimaryColumn('text', { name: 'welder_id' })
  welderId!: string;

  @PrimaryColumn('date')
  since!: string;

  @Column('timestamptz', { name: 'told_at', transformer: instant })
  toldAt!: Instant;
}
