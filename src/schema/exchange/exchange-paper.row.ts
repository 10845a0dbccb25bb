import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A signed paper of a plant's system: a permit, or what happened under it. Each comes in once. */
@Entity('exchange_papers')
export class ExchangePaperRow {
  @PrimaryColumn('text', { name: 'partner_id' })
  partnerId!: string;

  /** The plant's own number of the permit. */
  @PrimaryColumn('text')
  number!: string;

  /** 1: the permit itself. */
  @PrimaryColumn('integer')
  version!: number;

  @Column('text', { name: 'permit_id' })
  permitId!: string;

  @Column('text', { nullable: true })
  event!: string | null;

  @Column('text')
  hash!: string;

  /** As it was signed; null once it is older than the rule of retention. */
  @Column('text', { name: 'paper_sealed', nullable: true })
  paperSealed!: string | null;

  /** False: kept as evidence, for nothing was left to do. */
  @Column('boolean')
  applied!: boolean;

  @Column('timestamptz', { name: 'taken_at', transformer: instant })
  takenAt!: Instant;
}
