import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A report of somebody without an account (举报). Who it was stands apart. */
@Entity('tips')
export class TipRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'tracking_hash' })
  trackingHash!: string;

  @Column('text', { name: 'pin_hash' })
  pinHash!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  text!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lng!: number | null;

  @Column('text', { name: 'machine_id', nullable: true })
  machineId!: string | null;

  @Column('text', { name: 'code_text', nullable: true })
  codeText!: string | null;

  @Column('boolean', { name: 'has_identity' })
  hasIdentity!: boolean;

  @Column('text')
  state!: string;

  @Column('timestamptz', { name: 'received_at', transformer: instant })
  receivedAt!: Instant;

  @Column('text', { name: 'assigned_to', nullable: true })
  assignedTo!: string | null;

  @Column('text', { nullable: true })
  task!: string | null;

  @Column('timestamptz', { name: 'due_at', nullable: true, transformer: instant })
  dueAt!: Instant | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('text', { name: 'checked_by', nullable: true })
  checkedBy!: string | null;

  @Column('timestamptz', { name: 'checked_at', nullable: true, transformer: instant })
  checkedAt!: Instant | null;

  @Column('text', { name: 'violation_id', nullable: true })
  violationId!: string | null;

  @Column('text', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true, transformer: instant })
  closedAt!: Instant | null;
}
