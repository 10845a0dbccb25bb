import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A stretch of days that a notice closes, first and last day. */
type Holiday = readonly [name: string, first: string, last: string];
/** A weekend day that a notice makes a working day (调休), with the holiday it belongs to. */
type Workday = readonly [name: string, day: string];

interface Year {
  readonly year: number;
  readonly source: string;
  readonly holidays: readonly Holiday[];
  readonly workdays: readonly Workday[];
}

/**
 * Mainland China's holidays as published. Every day of a published break counts as a legal holiday, also those moved from
 * weekends: plants keep holiday rules for the whole of it. Ordinary weekends need no row.
 */
const YEARS: readonly Year[] = [
  {
    year: 2024,
    source: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）',
    holidays: [
      ['元旦', '2024-01-01', '2024-01-01'],
      ['春节', '2024-02-10', '2024-02-17'],
      ['清明节', '2024-04-04', '2024-04-06'],
      ['劳动节', '2024-05-01', '2024-05-05'],
      ['端午节', '2024-06-10', '2024-06-10'],
      ['中秋节', '2024-09-15', '2024-09-17'],
      ['国庆节', '2024-10-01', '2024-10-07'],
    ],
    workdays: [
      ['春节', '2024-02-04'],
      ['春节', '2024-02-18'],
      ['清明节', '2024-04-07'],
      ['劳动节', '2024-04-28'],
      ['劳动节', '2024-05-11'],
      ['中秋节', '2024-09-14'],
      ['国庆节', '2024-09-29'],
      ['国庆节', '2024-10-12'],
    ],
  },
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）',
    holidays: [
      ['元旦', '2025-01-01', '2025-01-01'],
      ['春节', '2025-01-28', '2025-02-04'],
      ['清明节', '2025-04-04', '2025-04-06'],
      ['劳动节', '2025-05-01', '2025-05-05'],
      ['端午节', '2025-05-31', '2025-06-02'],
      ['国庆节、中秋节', '2025-10-01', '2025-10-08'],
    ],
    workdays: [
      ['春节', '2025-01-26'],
      ['春节', '2025-02-08'],
      ['劳动节', '2025-04-27'],
      ['国庆节', '2025-09-28'],
      ['国庆节', '2025-10-11'],
    ],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
    holidays: [
      ['元旦', '2026-01-01', '2026-01-03'],
      ['春节', '2026-02-15', '2026-02-23'],
      ['清明节', '2026-04-04', '2026-04-06'],
      ['劳动节', '2026-05-01', '2026-05-05'],
      ['端午节', '2026-06-19', '2026-06-21'],
      ['中秋节', '2026-09-25', '2026-09-27'],
      ['国庆节', '2026-10-01', '2026-10-07'],
    ],
    workdays: [
      ['元旦', '2026-01-04'],
      ['春节', '2026-02-14'],
      ['春节', '2026-02-28'],
      ['劳动节', '2026-05-09'],
      ['国庆节', '2026-09-20'],
      ['国庆节', '2026-10-10'],
    ],
  },
];

/** The holiday tables of three years. A year without one counts as raised; an administrator enters the next in autumn. */
export class SeedCalendar1795478401000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const { year, source, holidays, workdays } of YEARS) {
      await db.query('insert into calendar_years (year, source) values ($1, $2)', [year, source]);
      for (const [name, first, last] of holidays)
        await db.query(
          `insert into calendar_days (day, kind, name)
           select d::date, 'legal-holiday', $1 from generate_series($2::date, $3::date, interval '1 day') as d`,
          [name, first, last],
        );
      for (const [name, day] of workdays)
        await db.query(`insert into calendar_days (day, kind, name) values ($1, 'adjusted-workday', $2)`, [day, name]);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from calendar_days where extract(year from day) between 2024 and 2026`);
    await db.query(`delete from calendar_years where year between 2024 and 2026`);
  }
}
