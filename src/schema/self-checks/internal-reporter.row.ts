import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who made an internal report; they alone may read it. */
@Entity('internal_reporters')
export class InternalReporterRow {
  @PrimaryColumn('text', { name: 'report_id' })
  reportId!: string;

  @Column('text', { name: 'user_id' })
  userId!: string;
}
