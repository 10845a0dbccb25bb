import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A statement that a welder was at the trade where the platform does not see it. */
@Entity('recency_declarations')
export class RecencyDeclarationRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'welder_id' })
  welderId!: string;

  @Column('text')
  kind!: string;

  @Column('date', { name: 'worked_on' })
  workedOn!: string;

  @Column('text')
  place!: string;

  @Column('text', { name: 'declared_by' })
  declaredBy!: string;

  @Column('timestamptz', { name: 'declared_at', transformer: instant })
  declaredAt!: Instant;
}
