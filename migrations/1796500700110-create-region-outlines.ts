import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lies below a map without tiles. As public as the tree of regions: no policy hides a row. */
export class CreateRegionOutlines1796500700110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table region_outlines (
        code text collate "C" primary key references regions,
        polygons jsonb not null check (jsonb_typeof(polygons) = 'array'),
        source text not null check (length(source) between 1 and 300),
        loaded_at timestamptz not null,
        loaded_by text references users
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table region_outlines`);
  }
}
