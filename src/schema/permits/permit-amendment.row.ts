import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A change of a running permit that was asked for, and how it was answered. */
@Entity('permit_amendments')
export class PermitAmendmentRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'permit_id' })
  permitId!: string;

  @Column('text', { name: 'welder_ids', array: true })
  welderIds!: string[];

  @Column('text', { name: 'machine_ids', array: true })
  machineIds!: string[];

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at', transformer: instant })
  askedAt!: Instant;

  @Column('text', { name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true, transformer: instant })
  confirmedAt!: Instant | null;

  @Column('text', { name: 'signature_file_id', nullable: true })
  signatureFileId!: string | null;
}
