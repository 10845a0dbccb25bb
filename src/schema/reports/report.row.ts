import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A weekly or monthly report as it was handed in: its figures stay what they were. */
@Entity('reports')
export class ReportRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  period!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('timestamptz', { name: 'made_at', transformer: instant })
  madeAt!: Instant;

  @Column('text', { name: 'made_by', nullable: true })
  madeBy!: string | null;

  @Column('jsonb')
  content!: Json;
}
