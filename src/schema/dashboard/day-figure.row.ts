import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How much of a measure fell on a day in China, in a region and all below it. */
@Entity('day_figures')
export class DayFigureRow {
  @PrimaryColumn('text', { name: 'region_code' })
  regionCode!: string;

  @PrimaryColumn('date')
  day!: string;

  @PrimaryColumn('text')
  measure!: string;

  @Column('bigint')
  n!: string;
}
