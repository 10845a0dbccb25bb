import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** One welder at one session: signed in, signed out, minutes. */
@Entity('training_attendances')
export class TrainingAttendanceRow {
  @PrimaryColumn('text', { name: 'session_id' })
  sessionId!: string;

  @PrimaryColumn('text', { name: 'welder_id' })
  welderId!: string;

  @Column('timestamptz', { name: 'signed_in_at', transformer: instant })
  signedInAt!: Instant;

  @Column('text', { name: 'in_by' })
  inBy!: string;

  @Column('text', { name: 'in_user' })
  inUser!: string;

  @Column('text', { name: 'photo_id', nullable: true })
  photoId!: string | null;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lng!: number | null;

  @Column('timestamptz', { name: 'signed_out_at', nullable: true, transformer: instant })
  signedOutAt!: Instant | null;

  @Column('text', { name: 'out_by', nullable: true })
  outBy!: string | null;

  @Column('text', { name: 'out_user', nullable: true })
  outUser!: string | null;

  @Column('integer')
  minutes!: number;

  @Column('boolean')
  counts!: boolean;
}
