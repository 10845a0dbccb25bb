import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** An arc that a violation stands on, and whether late data explained it. */
@Entity('violation_arcs')
export class ViolationArcRow {
  @PrimaryColumn('text', { name: 'violation_id' })
  violationId!: string;

  @PrimaryColumn('text', { name: 'arc_id' })
  arcId!: string;

  @Column('timestamptz', { name: 'linked_at', transformer: instant })
  linkedAt!: Instant;

  @Column('timestamptz', { name: 'cleared_at', nullable: true, transformer: instant })
  clearedAt!: Instant | null;
}
