import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A half table of holidays switches raising off, so only a year whose table holds the days of the law counts as known:
 * 1 January, 1 May (2 May since 2025), 1–3 October and three days of spring festival. Whoever enters a table is asked for
 * them; tables that are there already are looked at once.
 */
export class TellCompleteYears1795651200300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table calendar_years add complete boolean not null default false`);
    await db.query(`
      update calendar_years y set complete = true
      where (select count(*) from calendar_days d
          where d.kind = 'legal-holiday' and extract(year from d.day) = y.year
            and to_char(d.day, 'MM-DD') in ('01-01', '05-01', '05-02', '10-01', '10-02', '10-03')
            and (y.year >= 2025 or to_char(d.day, 'MM-DD') <> '05-02')) = case when y.year >= 2025 then 6 else 5 end
        and (select count(*) from calendar_days d
          where d.kind = 'legal-holiday' and extract(year from d.day) = y.year
            and to_char(d.day, 'MM-DD') between '01-21' and '02-21') >= 3`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table calendar_years drop column complete');
  }
}
