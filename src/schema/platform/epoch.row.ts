import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A stretch in which one server counted the transactions. A restore begins the next one; rows of older ones are certain. */
@Entity('epochs')
export class EpochRow {
  @PrimaryColumn('integer')
  number!: number;

  @Column('timestamptz', { name: 'began_at', transformer: instant })
  beganAt!: Instant;

  @Column('text')
  cause!: string;

  /** When the restored backup was taken. */
  @Column('timestamptz', { name: 'taken_at', nullable: true, transformer: instant })
  takenAt!: Instant | null;
}
