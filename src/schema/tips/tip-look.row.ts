import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** Each look at a reporter’s identity, with its reason. Written by the function that opens it. */
@Entity('tip_looks')
export class TipLookRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'tip_id' })
  tipId!: string;

  @Column('text', { name: 'looked_by' })
  lookedBy!: string;

  @Column('timestamptz', { name: 'looked_at', transformer: instant })
  lookedAt!: Instant;

  @Column('text')
  reason!: string;
}
