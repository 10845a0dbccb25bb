import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A year for which the official calendar of holidays has been entered. */
@Entity('calendar_years')
export class CalendarYearRow {
  @PrimaryColumn('integer')
  year!: number;

  @Column('text')
  source!: string;

  @Column('boolean')
  complete!: boolean;
}
