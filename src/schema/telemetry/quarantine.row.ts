import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A message that could not be read, with its first bytes. */
@Entity('quarantine')
export class QuarantineRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('timestamptz', { name: 'received_at', transformer: instant })
  receivedAt!: Instant;

  @Column('text', { name: 'chip_no' })
  chipNo!: string;

  @Column('text')
  topic!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  digest!: string;

  @Column('bytea')
  head!: Buffer;
}
