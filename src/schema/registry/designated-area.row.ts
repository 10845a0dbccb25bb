import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A fixed hot-work area (固定动火区) that an enterprise designated. */
@Entity('designated_areas')
export class DesignatedAreaRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

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

  @Column('timestamptz', { name: 'valid_from', transformer: instant })
  validFrom!: Instant;

  @Column('timestamptz', { name: 'valid_to', nullable: true, transformer: instant })
  validTo!: Instant | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('text', { name: 'signboard_code', nullable: true })
  signboardCode!: string | null;

  @Column('timestamptz', { name: 'signboard_bound_at', nullable: true, transformer: instant })
  signboardBoundAt!: Instant | null;

  @Column('text', { name: 'signboard_bound_by', nullable: true })
  signboardBoundBy!: string | null;

  @Column('text', { name: 'radius_reason', nullable: true })
  radiusReason!: string | null;

  @Column('text', { name: 'owner_welder_id', nullable: true })
  ownerWelderId!: string | null;

  @Column('text', { name: 'place_kinds', array: true })
  placeKinds!: string[];

  @Column('timestamptz', { name: 'without_signal_at', nullable: true, transformer: instant })
  withoutSignalAt!: Instant | null;

  @Column('text', { name: 'without_signal_by', nullable: true })
  withoutSignalBy!: string | null;

  @Column('timestamptz', { name: 'closing_since', nullable: true, transformer: instant })
  closingSince!: Instant | null;

  @Column('text', { name: 'closing_site_id', nullable: true })
  closingSiteId!: string | null;
}
