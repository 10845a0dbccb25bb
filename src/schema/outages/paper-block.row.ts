import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A block of numbered paper permits that was handed to an enterprise. */
@Entity('paper_blocks')
export class PaperBlockRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('integer', { name: 'first_number' })
  firstNumber!: number;

  @Column('integer')
  forms!: number;

  @Column('text', { name: 'issued_by' })
  issuedBy!: string;

  @Column('timestamptz', { name: 'issued_at', transformer: instant })
  issuedAt!: Instant;
}
