import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A time in which the platform was away, seen by itself or declared. */
@Entity('outages')
export class OutageRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  source!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('timestamptz', { name: 'from_at', transformer: instant })
  fromAt!: Instant;

  @Column('timestamptz', { name: 'to_at', transformer: instant })
  toAt!: Instant;

  /** Declared while it went on, and nobody has said yet when it ended: `toAt` is the latest that it may be. */
  @Column('boolean')
  open!: boolean;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'declared_by', nullable: true })
  declaredBy!: string | null;

  @Column('timestamptz', { name: 'created_at', transformer: instant })
  createdAt!: Instant;

  @Column('text', { name: 'closed_by', nullable: true })
  closedBy!: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true, transformer: instant })
  closedAt!: Instant | null;
}
