import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How much of a measure fell on a day in China, of one enterprise in one region. */
@Entity('enterprise_day_figures')
export class EnterpriseDayFigureRow {
  @PrimaryColumn('text', { name: 'enterprise_id' })
  enterpriseId!: string;

  @PrimaryColumn('date')
  day!: string;

  @PrimaryColumn('text')
  measure!: string;

  @PrimaryColumn('text', { name: 'region_code' })
  regionCode!: string;

  @Column('bigint')
  n!: string;
}
