import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** How often signing in failed in a row, by user, phone or address. */
@Entity('login_failures')
export class LoginFailureRow {
  @PrimaryColumn('text')
  subject!: string;

  @Column('integer')
  failures!: number;

  @Column('timestamptz', { name: 'last_at', transformer: instant })
  lastAt!: Instant;
}
