import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A code by which a chip without network gives power for a short time. */
@Entity('offline_codes')
export class OfflineCodeRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('integer')
  counter!: number;

  @Column('integer')
  hours!: number;

  @Column('text', { name: 'code_sealed' })
  codeSealed!: string;

  @Column('text', { name: 'machine_id' })
  machineId!: string;

  @Column('integer')
  outlet!: number;

  @Column('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text', { name: 'permit_id', nullable: true })
  permitId!: string | null;

  @Column('text', { name: 'designated_area_id', nullable: true })
  designatedAreaId!: string | null;

  @Column('text', { name: 'decision_id' })
  decisionId!: string;

  @Column('timestamptz', { name: 'issued_at', transformer: instant })
  issuedAt!: Instant;

  @Column('timestamptz', { name: 'valid_until', transformer: instant })
  validUntil!: Instant;

  @Column('timestamptz', { name: 'used_at', nullable: true, transformer: instant })
  usedAt!: Instant | null;

  @Column('text', { name: 'job_id', nullable: true })
  jobId!: string | null;

  /** Its chip has another secret since: the code opens nothing any more. */
  @Column('timestamptz', { name: 'superseded_at', nullable: true, transformer: instant })
  supersededAt!: Instant | null;
}
