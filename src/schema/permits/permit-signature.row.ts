import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A signature of an approval step. Nobody signs a round twice or for themselves. */
@Entity('permit_signatures')
export class PermitSignatureRow {
  @PrimaryColumn('text', { name: 'permit_id' })
  permitId!: string;

  @PrimaryColumn('integer')
  step!: number;

  @Column('text')
  role!: string;

  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @PrimaryColumn('integer')
  round!: number;

  @Column('text', { name: 'on_behalf_of', nullable: true })
  onBehalfOf!: string | null;

  @Column({
    type: 'text',
    name: 'signatory_id',
    nullable: true,
    generatedType: 'STORED',
    asExpression: 'COALESCE(on_behalf_of, user_id)',
    insert: false,
    update: false,
  })
  readonly signatoryId!: string | null;

  @Column('integer', { array: true, nullable: true })
  covers!: number[] | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('text', { name: 'signature_file_id', nullable: true })
  signatureFileId!: string | null;

  @Column('timestamptz', { name: 'signed_at', transformer: instant })
  signedAt!: Instant;

  @Column('boolean', { name: 'filled_in' })
  filledIn!: boolean;
}
