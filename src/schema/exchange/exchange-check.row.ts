import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A comparison of both sides by counts and hashes. */
@Entity('exchange_checks')
export class ExchangeCheckRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'partner_id' })
  partnerId!: string;

  @Column('timestamptz', { transformer: instant })
  at!: Instant;

  @Column('integer')
  ours!: number;

  @Column('integer')
  theirs!: number;

  @Column('integer')
  differing!: number;

  @Column('text', { nullable: true })
  fault!: string | null;
}
