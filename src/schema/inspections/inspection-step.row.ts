import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** One of the five steps of a visit, or the publication of its result. */
@Entity('inspection_steps')
export class InspectionStepRow {
  @PrimaryColumn('text', { name: 'inspection_id' })
  inspectionId!: string;

  @PrimaryColumn('text')
  step!: string;

  @Column('text', { name: 'taken_by' })
  takenBy!: string;

  @Column('timestamptz', { name: 'taken_at', transformer: instant })
  takenAt!: Instant;

  @Column('timestamptz', { name: 'given_at', transformer: instant })
  givenAt!: Instant;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lng!: number | null;

  @Column('text', { name: 'photo_id', nullable: true })
  photoId!: string | null;
}
