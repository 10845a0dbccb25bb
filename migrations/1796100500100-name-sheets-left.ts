import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets of a workbook that hold such a list, too, and were not read. */
export class NameSheetsLeft1796100500100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table imports add left_sheets text[] not null default '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table imports drop left_sheets`);
  }
}
