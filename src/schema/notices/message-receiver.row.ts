import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A receiver that does not answer: a webhook, or the server of a channel. Nothing is sent to it before the pause is over. */
@Entity('message_receivers')
export class MessageReceiverRow {
  @PrimaryColumn('text')
  name!: string;

  @Column('integer')
  failures!: number;

  @Column('timestamptz', { name: 'paused_until', transformer: instant })
  pausedUntil!: Instant;

  @Column('text')
  fault!: string;
}
