import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A registration that another platform sent to us, and what became of it. */
@Entity('exchange_taken')
export class ExchangeTakenRow {
  @PrimaryColumn('text', { name: 'partner_id' })
  partnerId!: string;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text', { name: 'their_id' })
  theirId!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  hash!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('date')
  day!: string;

  @Column('text', { name: 'entity_id', nullable: true })
  entityId!: string | null;

  @Column('text')
  verdict!: string;

  /** Why a person has to look. */
  @Column('text', { nullable: true })
  code!: string | null;

  /** Fields in which it contradicts the register. */
  @Column('text', { array: true })
  differing!: string[];

  /** What they sent, for as long as somebody has to look. */
  @Column('text', { name: 'record_sealed', nullable: true })
  recordSealed!: string | null;

  @Column('timestamptz', { name: 'taken_at', transformer: instant })
  takenAt!: Instant;
}
