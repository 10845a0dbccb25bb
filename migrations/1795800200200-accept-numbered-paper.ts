import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { outageRules } from './dated/outage-rules';
import { scoped, scopedBy } from './row-level-security';

const bySystem = (table: string): string =>
  `create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

/**
 * Outages, numbered paper forms issued ahead, and the paper permits entered afterwards. Outages are the same for everybody
 * and name no person; the heartbeat is one row of the platform's own.
 */
export class AcceptNumberedPaper1795800200200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table heartbeat (one boolean primary key default true check (one), at timestamptz not null);
      create table outages (
        id text primary key,
        source text not null check (source in ('declared', 'recorded')),
        region_code text collate "C" not null,
        from_at timestamptz not null,
        to_at timestamptz not null,
        reason text,
        declared_by text references users,
        created_at timestamptz not null,
        check (from_at < to_at),
        check ((source = 'declared') = (declared_by is not null and reason is not null))
      );
      create index outages_times on outages (to_at, from_at);

      create table paper_blocks (
        id text primary key,
        region_code text collate "C" not null,
        enterprise_id text references enterprises,
        first_number int not null,
        forms int not null check (forms > 0),
        issued_by text not null references users,
        issued_at timestamptz not null,
        unique (first_number)
      );
      create index paper_blocks_enterprise on paper_blocks (enterprise_id);
      create sequence paper_numbers as int;

      create table paper_permits (
        id text primary key,
        number int not null unique,
        block_id text not null references paper_blocks,
        outage_id text not null references outages,
        enterprise_id text references enterprises,
        region_code text collate "C" not null,
        regime text not null check (regime in ('small', 'general', 'construction', 'chemical')),
        level text not null,
        welder_ids text[] not null check (cardinality(welder_ids) > 0),
        place_name text not null,
        lat double precision not null,
        lng double precision not null,
        content text not null,
        signers jsonb not null,
        from_at timestamptz not null,
        to_at timestamptz not null,
        photo_id text not null references files,
        entered_by text not null references users,
        entered_at timestamptz not null,
        check (from_at < to_at)
      );
      create index paper_permits_enterprise on paper_permits (enterprise_id, id desc);
      create table paper_permit_machines (
        machine_id text not null references machines,
        paper_id text not null references paper_permits,
        primary key (machine_id, paper_id)
      );
      ${scoped('paper_blocks', { region: 'region_code', enterprise: ['enterprise_id'] })}
      ${bySystem('paper_blocks')}
      ${scoped('paper_permits', { region: 'region_code', enterprise: ['enterprise_id'], user: ['entered_by'] })}
      ${bySystem('paper_permits')}
      ${scopedBy('paper_permit_machines', 'paper_permits', 'paper_id')}
      ${bySystem('paper_permit_machines')}`);
    await addDatedRules(db, outageRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, outageRules);
    await db.query(`
      drop table paper_permit_machines, paper_permits, paper_blocks, outages, heartbeat;
      drop sequence paper_numbers`);
  }
}
