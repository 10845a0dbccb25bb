import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was there on a day, as it was last counted. */
@Entity('target_days')
export class TargetDayRow {
  @PrimaryColumn('text', { name: 'target_id' })
  targetId!: string;

  @PrimaryColumn('date')
  day!: string;

  @Column('integer')
  n!: number;
}
