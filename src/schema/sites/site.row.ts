import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A place of hot work with its outline, occupier and opening hours, confirmed or waiting. */
@Entity('sites')
export class SiteRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'enterprise_id' })
  enterpriseId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('jsonb')
  entered!: Json;

  @Column('jsonb', { nullable: true })
  confirmed!: Json | null;

  @Column('text')
  state!: string;

  @Column('boolean', { name: 'awaits_confirmation' })
  awaitsConfirmation!: boolean;

  @Column('text', { name: 'occupier_phone_sealed', nullable: true })
  occupierPhoneSealed!: string | null;

  @Column('double precision')
  south!: number;

  @Column('double precision')
  west!: number;

  @Column('double precision')
  north!: number;

  @Column('double precision')
  east!: number;

  @Column('text', { name: 'entered_by' })
  enteredBy!: string;

  @Column('text', { name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true, transformer: instant })
  confirmedAt!: Instant | null;

  @Column('text', { name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true, transformer: instant })
  withdrawnAt!: Instant | null;

  @Column('text', { name: 'withdrawn_because', nullable: true })
  withdrawnBecause!: string | null;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;
}
