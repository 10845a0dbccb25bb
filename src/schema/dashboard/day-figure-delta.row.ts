import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A change of a day's figure that was not yet added to it. */
@Entity('day_figure_deltas')
export class DayFigureDeltaRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  measure!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('date')
  day!: string;

  @Column('bigint')
  n!: string;

  @Column('text', { name: 'enterprise_id', nullable: true })
  enterpriseId!: string | null;
}
