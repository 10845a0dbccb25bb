import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** Somebody is away for a time, and who has their cases meanwhile. */
@Entity('leaves')
export class LeaveRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'user_id' })
  userId!: string;

  @Column('text', { name: 'deputy_id', nullable: true })
  deputyId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('timestamptz', { name: 'from_at', transformer: instant })
  fromAt!: Instant;

  @Column('timestamptz', { name: 'until_at', transformer: instant })
  untilAt!: Instant;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'made_by' })
  madeBy!: string;

  @Column('timestamptz', { name: 'made_at', transformer: instant })
  madeAt!: Instant;

  @Column('timestamptz', { name: 'ended_at', nullable: true, transformer: instant })
  endedAt!: Instant | null;
}
