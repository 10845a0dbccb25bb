import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A document that was made from a case, as it was printed. */
@Entity('case_documents')
export class CaseDocumentRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'violation_id' })
  violationId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  office!: string;

  @Column('text', { name: 'office_code' })
  officeCode!: string;

  @Column('integer')
  year!: number;

  @Column('integer')
  number!: number;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  addressee!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('bytea')
  pdf!: Buffer;

  @Column('text')
  sha256!: string;

  @Column('text', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at', transformer: instant })
  madeAt!: Instant;
}
