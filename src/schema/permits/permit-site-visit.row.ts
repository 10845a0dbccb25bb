import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A visit of the place that an approver made before signing. */
@Entity('permit_site_visits')
export class PermitSiteVisitRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'permit_id' })
  permitId!: string;

  @Column('text', { name: 'user_id' })
  userId!: string;

  @Column('integer')
  round!: number;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lng!: number | null;

  @Column('double precision', { name: 'accuracy_m', nullable: true })
  accuracyM!: number | null;

  @Column('text', { name: 'photo_id', nullable: true })
  photoId!: string | null;

  @Column('timestamptz', { transformer: instant })
  at!: Instant;
}
