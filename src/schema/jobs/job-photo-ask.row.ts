import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../kernel/time';
import { instant } from '../instant';

/** A photo of the welder at work that was asked for during a job. */
@Entity('job_photo_asks')
export class JobPhotoAskRow {
  @PrimaryColumn('text', { name: 'job_id' })
  jobId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;

  @Column('text', { name: 'welder_id' })
  welderId!: string;

  @Column('timestamptz', { name: 'ask_at', transformer: instant })
  askAt!: Instant;

  @Column('boolean', { name: 'for_grid' })
  forGrid!: boolean;

  @Column('integer', { name: 'answer_minutes' })
  answerMinutes!: number;

  @Column('timestamptz', { name: 'asked_at', nullable: true, transformer: instant })
  askedAt!: Instant | null;

  @Column('timestamptz', { name: 'due_at', nullable: true, transformer: instant })
  dueAt!: Instant | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true, transformer: instant })
  answeredAt!: Instant | null;

  @Column('text', { name: 'photo_id', nullable: true })
  photoId!: string | null;

  @Column('timestamptz', { name: 'missed_at', nullable: true, transformer: instant })
  missedAt!: Instant | null;
}
