import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** Somebody asked that the platform forgets them: what an official decided, and when it was done. No name, no number. */
@Entity('erasure_requests')
export class ErasureRequestRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  state!: string;

  @Column('text', { name: 'user_id', nullable: true })
  userId!: string | null;

  @Column('text', { name: 'welder_id', nullable: true })
  welderId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at', transformer: instant })
  askedAt!: Instant;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true, transformer: instant })
  decidedAt!: Instant | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** Of an approved request: until then the law has records of permits kept with their names. */
  @Column('timestamptz', { name: 'not_before', nullable: true, transformer: instant })
  notBefore!: Instant | null;

  @Column('timestamptz', { name: 'done_at', nullable: true, transformer: instant })
  doneAt!: Instant | null;
}
