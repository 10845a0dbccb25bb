import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** What happened to a violation, in order. */
@Entity('violation_history')
export class ViolationHistoryRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text', { name: 'violation_id' })
  violationId!: string;

  @Column('timestamptz', { transformer: instant })
  at!: Instant;

  @Column('text')
  command!: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState!: string | null;

  @Column('text', { name: 'to_state' })
  toState!: string;

  @Column('text', { name: 'by_user', nullable: true })
  byUser!: string | null;

  @Column('text', { name: 'by_name' })
  byName!: string;

  @Column('jsonb')
  detail!: Json;
}
