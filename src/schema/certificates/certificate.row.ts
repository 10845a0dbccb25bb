import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A special-operation certificate (特种作业操作证), its number encrypted. */
@Entity('certificates')
export class CertificateRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'number_sealed' })
  numberSealed!: string;

  @Column('text', { name: 'number_hash' })
  numberHash!: string;

  @Column('text', { name: 'number_masked' })
  numberMasked!: string;

  @Column('text', { array: true })
  operations!: string[];

  @Column('text')
  issuer!: string;

  @Column('date', { name: 'issued_on' })
  issuedOn!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to' })
  validTo!: string;

  @Column('date', { name: 'review_due_on', nullable: true })
  reviewDueOn!: string | null;

  @Column('text')
  status!: string;

  @Column('timestamptz', { name: 'verified_at', nullable: true, transformer: instant })
  verifiedAt!: Instant | null;

  @Column('text', { name: 'verified_by', nullable: true })
  verifiedBy!: string | null;

  @Column('text', { name: 'verification_method', nullable: true })
  verificationMethod!: string | null;

  @Column('text', { name: 'verification_note', nullable: true })
  verificationNote!: string | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true, transformer: instant })
  revokedAt!: Instant | null;

  @Column('text', { name: 'revoke_reason', nullable: true })
  revokeReason!: string | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('text', { name: 'photo_id', nullable: true })
  photoId!: string | null;

  @Column('timestamptz', { name: 'scanned_at', nullable: true, transformer: instant })
  scannedAt!: Instant | null;

  @Column('timestamptz', { name: 'scan_until', nullable: true, transformer: instant })
  scanUntil!: Instant | null;
}
