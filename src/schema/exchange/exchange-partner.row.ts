import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** Another platform with which a region exchanges registrations, and the agreement with it. */
@Entity('exchange_partners')
export class ExchangePartnerRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  /** Where the contract of docs/exchange.md is spoken; null: it only calls us, or takes files. */
  @Column('text', { name: 'base_url', nullable: true })
  baseUrl!: string | null;

  @Column('text', { name: 'secret_sealed' })
  secretSealed!: string;

  /** Of a plant: the one enterprise that it speaks for. */
  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  /** Of a plant: the account of the enterprise that answers for what its system says. */
  @Column('text', { name: 'answers_id', nullable: true })
  answersId!: string | null;

  /** The number of the agreement. */
  @Column('text', { nullable: true })
  agreement!: string | null;

  /** For these personal data may leave in clear while the agreement holds. */
  @Column('text', { array: true })
  purposes!: string[];

  @Column('date', { name: 'agreed_from', nullable: true })
  agreedFrom!: string | null;

  @Column('date', { name: 'agreed_until', nullable: true })
  agreedUntil!: string | null;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('text', { name: 'stopped_by', nullable: true })
  stoppedBy!: string | null;

  @Column('timestamptz', { name: 'stopped_at', nullable: true, transformer: instant })
  stoppedAt!: Instant | null;
}
