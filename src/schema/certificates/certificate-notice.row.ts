import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** That holder and enterprise were told of a certificate's end: once for each threshold in days. */
@Entity('certificate_notices')
export class CertificateNoticeRow {
  @PrimaryColumn('text', { name: 'certificate_id' })
  certificateId!: string;

  @PrimaryColumn('integer')
  days!: number;

  @Column('timestamptz', { name: 'told_at', transformer: instant })
  toldAt!: Instant;

  /** To how many phones. */
  @Column('integer')
  phones!: number;
}
