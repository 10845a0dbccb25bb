import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** That personal data was erased because its time was over: of which kind, and how much. Never what it was. */
@Entity('erasures')
export class ErasureRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('timestamptz', { name: 'before_at', transformer: instant })
  beforeAt!: Instant;

  @Column('integer')
  erased!: number;

  @Column('timestamptz', { name: 'erased_at', transformer: instant })
  erasedAt!: Instant;
}
