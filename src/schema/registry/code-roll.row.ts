import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A roll or sheet of blank codes: who printed it, who holds it, and whether it was lost. */
@Entity('code_rolls')
export class CodeRollRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  number!: number;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('integer')
  count!: number;

  @Column('text')
  state!: string;

  @Column('text', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at', transformer: instant })
  madeAt!: Instant;

  @Column('text', { name: 'issued_to', nullable: true })
  issuedTo!: string | null;

  @Column('timestamptz', { name: 'issued_at', nullable: true, transformer: instant })
  issuedAt!: Instant | null;

  @Column('text', { name: 'voided_by', nullable: true })
  voidedBy!: string | null;

  @Column('timestamptz', { name: 'voided_at', nullable: true, transformer: instant })
  voidedAt!: Instant | null;

  @Column('text', { name: 'void_reason', nullable: true })
  voidReason!: string | null;
}
