import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** One tap, handover or absence of the fire watcher. */
@Entity('permit_watch_records')
export class PermitWatchRecordRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'permit_id' })
  permitId!: string;

  @Column('text', { name: 'user_id', nullable: true })
  userId!: string | null;

  @Column('text')
  kind!: string;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lng!: number | null;

  @Column('text', { name: 'photo_id', nullable: true })
  photoId!: string | null;

  @Column('timestamptz', { transformer: instant })
  at!: Instant;
}
