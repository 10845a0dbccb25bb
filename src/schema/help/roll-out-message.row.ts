import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A text message to somebody who can mend what a planned mode would refuse. */
@Entity('roll_out_messages')
export class RollOutMessageRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  code!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: string;

  @Column('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('text')
  mender!: string;

  @Column('text', { name: 'phone_hash' })
  phoneHash!: string;

  @Column('date', { name: 'sent_on' })
  sentOn!: string;

  @Column('text', { name: 'sent_by' })
  sentBy!: string;

  @Column('timestamptz', { name: 'sent_at', transformer: instant })
  sentAt!: Instant;
}
