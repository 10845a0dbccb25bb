import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A part of a village (网格) that named people look after; `outline` is a ring of `[lng, lat]`. */
@Entity('grids')
export class GridRow {
  @PrimaryColumn('text')
  code!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  name!: string;

  @Column('text')
  duties!: string;

  @Column('jsonb', { nullable: true })
  outline!: Json | null;

  @Column('text', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at', transformer: instant })
  madeAt!: Instant;

  @Column('text', { name: 'closed_by', nullable: true })
  closedBy!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true, transformer: instant })
  closedAt!: Instant | null;

  @Column('integer')
  version!: number;
}
