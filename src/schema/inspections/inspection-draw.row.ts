import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';
import type { Json } from '../json';

/** A draw of targets and officers: its list never changes once it is published. */
@Entity('inspection_draws')
export class InspectionDrawRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  kind!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('jsonb')
  list!: Json;

  @Column('text', { name: 'list_hash' })
  listHash!: string;

  @Column('text')
  state!: string;

  @Column('text', { name: 'published_by' })
  publishedBy!: string;

  @Column('timestamptz', { name: 'published_at', transformer: instant })
  publishedAt!: Instant;

  @Column('timestamptz', { name: 'deadline_at', transformer: instant })
  deadlineAt!: Instant;

  @Column('text', { nullable: true })
  seed!: string | null;

  @Column('jsonb', { nullable: true })
  pairs!: Json | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true, transformer: instant })
  settledAt!: Instant | null;
}
