import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** One message to one receiver by one channel: what it is about, whether it was sent, and when it is tried again. */
@Entity('messages')
export class MessageRow {
  @PrimaryColumn('text')
  id!: string;

  /** The order in which messages were made, over all processes. */
  @Column('bigint')
  seq!: string;

  /** The event or the due date that it tells of; with receiver and channel it is told once. */
  @Column('text', { name: 'event_key' })
  eventKey!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  channel!: string;

  /** A user or a webhook. */
  @Column('text')
  recipient!: string;

  @Column('text', { name: 'user_id', nullable: true })
  userId!: string | null;

  @Column('text', { name: 'webhook_id', nullable: true })
  webhookId!: string | null;

  /** Messages of a lane are sent one after the other. */
  @Column('text')
  lane!: string;

  @Column('text')
  entity!: string;

  @Column('text', { name: 'entity_id' })
  entityId!: string;

  /** Typed values that fill the words; never what a person wrote. */
  @Column('jsonb')
  params!: Json;

  @Column('boolean')
  urgent!: boolean;

  /** Waits for the daily summary. */
  @Column('boolean')
  digest!: boolean;

  @Column('text')
  state!: string;

  @Column('integer')
  tries!: number;

  @Column('timestamptz', { name: 'next_try_at', transformer: instant })
  nextTryAt!: Instant;

  /** Somebody is sending it until then. */
  @Column('timestamptz', { name: 'claimed_until', nullable: true, transformer: instant })
  claimedUntil!: Instant | null;

  @Column('timestamptz', { name: 'made_at', transformer: instant })
  madeAt!: Instant;

  @Column('timestamptz', { name: 'settled_at', nullable: true, transformer: instant })
  settledAt!: Instant | null;

  @Column('timestamptz', { name: 'read_at', nullable: true, transformer: instant })
  readAt!: Instant | null;

  @Column('text', { nullable: true })
  fault!: string | null;
}
