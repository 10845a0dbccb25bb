import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** What somebody did to find out about a certificate: a scan, a look at the number, the public lookup, a decision. */
@Entity('certificate_checks')
export class CertificateCheckRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'certificate_id' })
  certificateId!: string;

  @Column('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text')
  kind!: string;

  /** Of a lookup: what it answered. Of a scan: what was read, and whether it is this card. */
  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('text', { nullable: true })
  method!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** What was scanned, encrypted: it may hold an identity number. */
  @Column('text', { name: 'scan_sealed', nullable: true })
  scanSealed!: string | null;

  @Column('text', { name: 'screenshot_id', nullable: true })
  screenshotId!: string | null;

  @Column('text', { name: 'done_by' })
  doneBy!: string;

  @Column('timestamptz', { name: 'done_at', transformer: instant })
  doneAt!: Instant;
}
