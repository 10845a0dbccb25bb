import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** Other work near a place (cross work) that an enterprise declared. */
@Entity('nearby_activities')
export class NearbyActivityRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'enterprise_id' })
  enterpriseId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'place_name' })
  placeName!: string;

  @Column('double precision')
  lat!: number;

  @Column('double precision')
  lng!: number;

  @Column('integer', { name: 'radius_m' })
  radiusM!: number;

  @Column('timestamptz', { name: 'starts_at', transformer: instant })
  startsAt!: Instant;

  @Column('timestamptz', { name: 'ends_at', transformer: instant })
  endsAt!: Instant;

  @Column('text', { name: 'daily_from', nullable: true })
  dailyFrom!: string | null;

  @Column('text', { name: 'daily_to', nullable: true })
  dailyTo!: string | null;

  @Column('text', { name: 'declared_by' })
  declaredBy!: string;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true, transformer: instant })
  withdrawnAt!: Instant | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;
}
