import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** The agreement of a new secret with a chip, from the wish to the chip's first connection under it. */
@Entity('chip_secret_changes')
export class ChipSecretChangeRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('integer')
  no!: number;

  @Column('text')
  state!: string;

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'asked_at', transformer: instant })
  askedAt!: Instant;

  @Column('text', { name: 'command_id' })
  commandId!: string;

  @Column('integer')
  tries!: number;

  @Column('text', { name: 'half_sealed', nullable: true })
  halfSealed!: string | null;

  @Column('text', { name: 'secret_sealed', nullable: true })
  secretSealed!: string | null;

  @Column('timestamptz', { name: 'agreed_at', nullable: true, transformer: instant })
  agreedAt!: Instant | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true, transformer: instant })
  endedAt!: Instant | null;

  @Column('text', { nullable: true })
  error!: string | null;
}
