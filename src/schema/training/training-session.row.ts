import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A session of a campaign, with the secret of its changing sign-in code. */
@Entity('training_sessions')
export class TrainingSessionRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'campaign_id' })
  campaignId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'place_name' })
  placeName!: string;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lng!: number | null;

  @Column('timestamptz', { name: 'starts_at', transformer: instant })
  startsAt!: Instant;

  @Column('timestamptz', { name: 'ends_at', transformer: instant })
  endsAt!: Instant;

  @Column('text')
  instructor!: string;

  @Column('text', { name: 'provider_id', nullable: true })
  providerId!: string | null;

  @Column('integer')
  capacity!: number;

  @Column('text', { name: 'secret_sealed' })
  secretSealed!: string;

  @Column('text', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;
}
