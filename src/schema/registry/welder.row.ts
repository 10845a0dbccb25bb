import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A welder, with identity and phone encrypted and searchable by keyed hash. */
@Entity('welders')
export class WelderRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'id_number_sealed' })
  idNumberSealed!: string;

  @Column('text', { name: 'id_number_hash' })
  idNumberHash!: string;

  @Column('text', { name: 'id_number_masked' })
  idNumberMasked!: string;

  @Column('text', { name: 'phone_sealed' })
  phoneSealed!: string;

  @Column('text', { name: 'phone_hash' })
  phoneHash!: string;

  @Column('text', { name: 'phone_masked' })
  phoneMasked!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text')
  status!: string;

  @Column('text')
  code!: string;

  @Column('text', { array: true })
  warnings!: string[];

  @Column('date', { name: 'training_valid_to', nullable: true })
  trainingValidTo!: string | null;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

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

  @Column('text', { name: 'id_kind' })
  idKind!: string;

  @Column('text', { name: 'same_person_as', nullable: true })
  samePersonAs!: string | null;

  @Column('timestamptz', { name: 'claim_settled_at', nullable: true, transformer: instant })
  claimSettledAt!: Instant | null;

  @Column('text', { name: 'claim_settled_by', nullable: true })
  claimSettledBy!: string | null;

  @Column('text', { name: 'claim_refused_for', nullable: true })
  claimRefusedFor!: string | null;

  @Column('timestamptz', { name: 'out_since', nullable: true, transformer: instant })
  outSince!: Instant | null;

  @Column('timestamptz', { name: 'back_since', nullable: true, transformer: instant })
  backSince!: Instant | null;

  /** Since when the person is kept for nothing but the law, and later without a name. */
  @Column('timestamptz', { name: 'erased_at', nullable: true, transformer: instant })
  erasedAt!: Instant | null;
}
