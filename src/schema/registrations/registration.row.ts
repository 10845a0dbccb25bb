import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A welder or an enterprise that registered by phone; numbers are sealed. */
@Entity('registrations')
export class RegistrationRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  state!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'phone_sealed' })
  phoneSealed!: string;

  @Column('text', { name: 'phone_hash' })
  phoneHash!: string;

  @Column('text', { name: 'id_kind' })
  idKind!: string;

  @Column('text', { name: 'id_number_sealed' })
  idNumberSealed!: string;

  @Column('text', { name: 'id_number_hash' })
  idNumberHash!: string;

  @Column('text', { name: 'id_number_masked' })
  idNumberMasked!: string;

  @Column('text', { name: 'firm_name', nullable: true })
  firmName!: string | null;

  @Column('text', { name: 'firm_kind', nullable: true })
  firmKind!: string | null;

  @Column('text', { nullable: true })
  uscc!: string | null;

  @Column('text', { nullable: true })
  industry!: string | null;

  @Column('text', { nullable: true })
  trade!: string | null;

  @Column('timestamptz', { name: 'asked_at', transformer: instant })
  askedAt!: Instant;

  @Column('timestamptz', { name: 'settled_at', nullable: true, transformer: instant })
  settledAt!: Instant | null;

  @Column('text', { name: 'settled_by', nullable: true })
  settledBy!: string | null;

  @Column('text', { name: 'refused_for', nullable: true })
  refusedFor!: string | null;

  @Column('text', { name: 'welder_id', nullable: true })
  welderId!: string | null;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'user_id', nullable: true })
  userId!: string | null;
}
