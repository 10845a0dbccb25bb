import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** The secret of a person's authenticator, sealed, and the last step whose code was used. */
@Entity('second_factors')
export class SecondFactorRow {
  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @Column('text')
  sealed!: string;

  @Column('timestamptz', { name: 'begun_at', transformer: instant })
  begunAt!: Instant;

  /** Null: shown, and not proved yet. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true, transformer: instant })
  confirmedAt!: Instant | null;

  @Column('bigint', { name: 'last_step' })
  lastStep!: string;
}
