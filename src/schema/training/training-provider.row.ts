import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A training school or provider (培训机构). */
@Entity('training_providers')
export class TrainingProviderRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  /** The enterprise that it is; null where it is known only as a school. */
  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'contact_name' })
  contactName!: string;

  @Column('text', { name: 'contact_phone_sealed' })
  contactPhoneSealed!: string;

  @Column('text', { name: 'contact_phone_masked' })
  contactPhoneMasked!: string;

  @Column('text')
  licence!: string;

  @Column('text')
  state!: string;

  @Column('text', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;
}
