import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** An enterprise or individual business that owns machines or has work done. */
@Entity('enterprises')
export class EnterpriseRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  uscc!: string | null;

  @Column('text', { name: 'uscc_exception', nullable: true })
  usccException!: string | null;

  @Column('text')
  kind!: string;

  @Column('text')
  industry!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'contact_name' })
  contactName!: string;

  @Column('text', { name: 'contact_phone_sealed' })
  contactPhoneSealed!: string;

  @Column('text')
  status!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('integer', { nullable: true })
  headcount!: number | null;

  @Column('timestamptz', { name: 'headcount_confirmed_at', nullable: true, transformer: instant })
  headcountConfirmedAt!: Instant | null;

  @Column('text', { name: 'headcount_confirmed_by', nullable: true })
  headcountConfirmedBy!: string | null;

  @Column({
    type: 'text',
    name: 'name_folded',
    nullable: true,
    generatedType: 'STORED',
    asExpression: 'folded(name)',
    insert: false,
    update: false,
  })
  readonly nameFolded!: string | null;
}
