import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A running process and which keys it holds, by their checks: a rotation goes on once every process has the next key. */
@Entity('key_holders')
export class KeyHolderRow {
  @PrimaryColumn('text')
  process!: string;

  @Column('text')
  role!: string;

  @Column('jsonb')
  holds!: Json;

  @Column('timestamptz', { name: 'began_at', transformer: instant })
  beganAt!: Instant;

  @Column('timestamptz', { name: 'seen_at', transformer: instant })
  seenAt!: Instant;
}
