import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** So many by a day, of a region or of a person in it. */
@Entity('targets')
export class TargetRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'user_id', nullable: true })
  userId!: string | null;

  @Column('integer')
  goal!: number;

  @Column('integer')
  baseline!: number;

  @Column('date', { name: 'start_on' })
  startOn!: string;

  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('text', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at', transformer: instant })
  madeAt!: Instant;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true, transformer: instant })
  endedAt!: Instant | null;
}
