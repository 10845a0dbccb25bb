import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A version of the operating procedure (操作规程) of a process. */
@Entity('training_procedures')
export class TrainingProcedureRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  process!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  title!: string;

  @Column('text')
  body!: string;

  @Column('text')
  source!: string;

  @Column('text', { name: 'issued_by', nullable: true })
  issuedBy!: string | null;

  @Column('timestamptz', { name: 'issued_at', transformer: instant })
  issuedAt!: Instant;
}
