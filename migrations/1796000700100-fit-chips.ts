import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

const bySystem = (table: string): string =>
  `create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

/**
 * Fitting a chip with its two tests, appointments for it, and why a chip was blocked. Blocks belong to chips, which are seen
 * by number and have no region while they lie in stock.
 */
export class FitChips1796000700100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table power_tests (
        id text primary key,
        chip_no text not null references chips,
        machine_id text not null references machines,
        region_code text collate "C" not null,
        by_user text not null references users,
        started_at timestamptz not null,
        until_at timestamptz not null,
        ended_at timestamptz,
        check (started_at < until_at and until_at <= started_at + interval '10 minutes'),
        check (ended_at is null or ended_at >= started_at)
      );
      create index power_tests_machine on power_tests (machine_id, until_at);
      create index power_tests_chip on power_tests (chip_no, until_at);

      create table fittings (
        id text primary key,
        machine_id text not null references machines,
        chip_no text not null references chips,
        region_code text collate "C" not null,
        by_user text not null references users,
        state text not null check (state in ('open', 'done', 'abandoned')),
        started_at timestamptz not null,
        ended_at timestamptz,
        replaced_chip_no text references chips,
        replace_reason text check (replace_reason in ('lost', 'stolen', 'broken', 'recalled', 'suspected', 'upgraded')),
        relay_ok boolean not null default false,
        arc_ok boolean not null default false,
        without_test text,
        photo_id text references files,
        note text,
        lat double precision,
        lng double precision,
        check ((state = 'open') = (ended_at is null)),
        check ((replaced_chip_no is null) = (replace_reason is null)),
        check (state <> 'done' or photo_id is not null),
        check ((lat is null) = (lng is null))
      );
      create unique index fittings_open_machine on fittings (machine_id) where state = 'open';
      create unique index fittings_open_chip on fittings (chip_no) where state = 'open';
      create index fittings_region on fittings (region_code, id desc);

      create table fitting_appointments (
        id text primary key,
        machine_id text not null references machines,
        region_code text collate "C" not null,
        day date not null,
        slot text not null check (slot in ('morning', 'afternoon')),
        technician_id text references users,
        note text,
        state text not null check (state in ('planned', 'done', 'missed', 'cancelled')),
        made_by text not null references users,
        made_at timestamptz not null
      );
      create unique index fitting_appointments_planned on fitting_appointments (machine_id) where state = 'planned';
      create index fitting_appointments_day on fitting_appointments (day, region_code);

      create table chip_blocks (
        id text primary key,
        chip_no text not null references chips,
        reason text not null check (reason in ('lost', 'stolen', 'broken', 'recalled', 'suspected')),
        note text,
        blocked_by text not null references users,
        blocked_at timestamptz not null,
        lifted_by text references users,
        lifted_at timestamptz,
        check ((lifted_by is null) = (lifted_at is null)),
        check (lifted_at >= blocked_at)
      );
      create unique index chip_blocks_open on chip_blocks (chip_no) where lifted_at is null;
      create index chip_blocks_history on chip_blocks (chip_no, blocked_at);
      ${['power_tests', 'fittings', 'fitting_appointments']
        .map((table) => scoped(table, { region: 'region_code' }) + bySystem(table))
        .join('\n')}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table chip_blocks, fitting_appointments, fittings, power_tests');
  }
}
