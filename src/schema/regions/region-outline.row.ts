import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** How a region is drawn on maps: a sketch for orientation. No place is judged by these lines. */
@Entity('region_outlines')
export class RegionOutlineRow {
  @PrimaryColumn('text')
  code!: string;

  /** Polygons of rings of `[lng, lat]`, WGS-84. */
  @Column('jsonb')
  polygons!: Json;

  @Column('text')
  source!: string;

  @Column('timestamptz', { name: 'loaded_at', transformer: instant })
  loadedAt!: Instant;

  /** Null: the platform brought it along. */
  @Column('text', { name: 'loaded_by', nullable: true })
  loadedBy!: string | null;
}
