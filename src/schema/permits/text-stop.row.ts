import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A phone whose owner wants no more texts about small jobs, as a keyed hash. */
@Entity('text_stops')
export class TextStopRow {
  @PrimaryColumn('text', { name: 'phone_hash' })
  phoneHash!: string;

  @Column('timestamptz', { name: 'stopped_at', transformer: instant })
  stoppedAt!: Instant;

  @Column('text', { name: 'code_hash', nullable: true })
  codeHash!: string | null;

  @Column('timestamptz', { name: 'code_until', nullable: true, transformer: instant })
  codeUntil!: Instant | null;

  @Column('integer', { name: 'code_attempts' })
  codeAttempts!: number;
}
