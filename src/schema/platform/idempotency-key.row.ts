import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** The answer to a request that carried an idempotency key, kept so that a repeat gets the same one. */
@Entity('idempotency_keys')
export class IdempotencyKeyRow {
  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('text', { name: 'request_hash' })
  requestHash!: string;

  @Column('integer', { nullable: true })
  status!: number | null;

  @Column('jsonb', { nullable: true })
  body!: Json | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;
}
