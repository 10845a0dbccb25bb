import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day whose kind (workday or holiday) differs from its weekday. */
@Entity('calendar_days')
export class CalendarDayRow {
  @PrimaryColumn('date')
  day!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  name!: string;
}
