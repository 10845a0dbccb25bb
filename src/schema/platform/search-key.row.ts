import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** With how many search keys the hashes of this database are made. One row. */
@Entity('search_key')
export class SearchKeyRow {
  @PrimaryColumn('integer')
  version!: number;

  @Column('timestamptz', { name: 'changed_at', transformer: instant })
  changedAt!: Instant;
}
