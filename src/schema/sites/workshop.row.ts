import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A workshop whose owner welds there and may stand in for declarations. */
@Entity('workshops')
export class WorkshopRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'owner_welder_id', nullable: true })
  ownerWelderId!: string | null;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('double precision')
  lat!: number;

  @Column('double precision')
  lng!: number;

  @Column('integer', { name: 'radius_m' })
  radiusM!: number;

  @Column('text', { name: 'place_kinds', array: true })
  placeKinds!: string[];

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at', transformer: instant })
  askedAt!: Instant;

  @Column('text', { name: 'grid_confirmed_by', nullable: true })
  gridConfirmedBy!: string | null;

  @Column('timestamptz', { name: 'grid_confirmed_at', nullable: true, transformer: instant })
  gridConfirmedAt!: Instant | null;

  @Column('text', { name: 'county_confirmed_by', nullable: true })
  countyConfirmedBy!: string | null;

  @Column('timestamptz', { name: 'county_confirmed_at', nullable: true, transformer: instant })
  countyConfirmedAt!: Instant | null;

  @Column('text', { name: 'refused_by', nullable: true })
  refusedBy!: string | null;

  @Column('timestamptz', { name: 'refused_at', nullable: true, transformer: instant })
  refusedAt!: Instant | null;

  @Column('text', { name: 'refused_because', nullable: true })
  refusedBecause!: string | null;

  @Column('text', { name: 'designated_area_id', nullable: true })
  designatedAreaId!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true, transformer: instant })
  endedAt!: Instant | null;

  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause!: string | null;

  @Column('jsonb', { name: 'ended_params', nullable: true })
  endedParams!: Json | null;
}
