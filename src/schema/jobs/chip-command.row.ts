import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A command to a chip (unlock, lock, resend) until the chip has answered. */
@Entity('chip_commands')
export class ChipCommandRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'job_id', nullable: true })
  jobId!: string | null;

  @Column('jsonb')
  payload!: Json;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('timestamptz', { name: 'expires_at', nullable: true, transformer: instant })
  expiresAt!: Instant | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true, transformer: instant })
  sentAt!: Instant | null;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz', { name: 'next_at', nullable: true, transformer: instant })
  nextAt!: Instant | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true, transformer: instant })
  answeredAt!: Instant | null;

  @Column('boolean', { nullable: true })
  ok!: boolean | null;

  @Column('text', { nullable: true })
  error!: string | null;
}
