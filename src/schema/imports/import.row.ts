import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A list that somebody brings in from a spreadsheet, with how far it is read and applied. */
@Entity('imports')
export class ImportRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  state!: string;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  @Column('integer', { name: 'file_bytes' })
  fileBytes!: number;

  @Column('text', { nullable: true })
  sheet!: string | null;

  @Column('text', { array: true })
  ignored!: string[];

  @Column('text', { name: 'left_sheets', array: true })
  leftSheets!: string[];

  @Column('text', { nullable: true })
  fault!: string | null;

  @Column('text', { name: 'fault_details', array: true })
  faultDetails!: string[];

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'uploaded_by' })
  uploadedBy!: string;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('text', { name: 'applied_by', nullable: true })
  appliedBy!: string | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true, transformer: instant })
  finishedAt!: Instant | null;

  @Column('integer')
  line!: number;

  @Column('integer')
  rows!: number;

  @Column('integer', { name: 'total_rows', nullable: true })
  totalRows!: number | null;

  @Column('integer')
  created!: number;

  @Column('integer')
  same!: number;

  @Column('integer')
  warned!: number;

  @Column('integer')
  refused!: number;

  @Column('integer', { name: 'to_apply' })
  toApply!: number;

  @Column('integer')
  applied!: number;
}
