import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** How somebody wants to be told: address, hours of quiet, summary, and which kinds by which channel. */
@Entity('notice_settings')
export class NoticeSettingsRow {
  @PrimaryColumn('text', { name: 'user_id' })
  userId!: string;

  @Column('text', { name: 'mail_sealed', nullable: true })
  mailSealed!: string | null;

  /** Null: the code that was sent there has not come back, and nothing else is sent there. */
  @Column('timestamptz', { name: 'mail_confirmed_at', nullable: true, transformer: instant })
  mailConfirmedAt!: Instant | null;

  @Column('text', { name: 'quiet_from', nullable: true })
  quietFrom!: string | null;

  @Column('text', { name: 'quiet_to', nullable: true })
  quietTo!: string | null;

  @Column('boolean')
  digest!: boolean;

  @Column('text')
  language!: string;

  /** Kind, then channel, then whether it is wanted; what is missing is as the platform proposes. */
  @Column('jsonb')
  choices!: Json;

  @Column('timestamptz', { name: 'changed_at', transformer: instant })
  changedAt!: Instant;
}
