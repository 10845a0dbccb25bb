import type { MigrationInterface, QueryRunner } from 'typeorm';

const setting = (name: string): string => `(select nullif(current_setting('hanan.${name}', true), ''))`;
const inRegion = (column: string): string =>
  `(${column} >= (select current_setting('hanan.region_from', true)) and ${column} < ${setting('region_to')})`;
const VISIBLE = `client_id = ${setting('enterprise')} or contractor_id = ${setting('enterprise')}
  or ${inRegion('client_region')} or ${inRegion('contractor_region')}`;

/**
 * 承包、租赁、劳务: a contract between two enterprises, the contractor's qualification, the safety agreement
 * (安全生产管理协议), and whose welders and machines work at the other's site: both enterprises count them.
 */
export class KeepContracts1796300300130 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table contracts (
        id text primary key,
        client_id text not null references enterprises,
        contractor_id text not null references enterprises,
        client_region text collate "C" not null references regions,
        contractor_region text collate "C" not null references regions,
        kind text not null check (kind in ('contracting', 'leasing', 'labour')),
        work text not null check (length(btrim(work)) >= 2),
        qualification text not null check (length(btrim(qualification)) >= 2),
        qualification_until date,
        starts_on date not null,
        ends_on date not null,
        welder_ids text[] not null default '{}' check (cardinality(welder_ids) <= 500),
        machine_ids text[] not null default '{}' check (cardinality(machine_ids) <= 500),
        agreement_file_ids text[] not null default '{}' check (cardinality(agreement_file_ids) <= 20),
        agreement_signed_on date,
        agreement_until date,
        made_by text not null references users,
        made_at timestamptz not null,
        ended_by text references users,
        ended_at timestamptz,
        end_reason text,
        check (client_id <> contractor_id),
        check (ends_on >= starts_on),
        check (num_nonnulls(agreement_signed_on, agreement_until) in (0, 2)),
        check ((cardinality(agreement_file_ids) > 0) = (agreement_until is not null)),
        check (agreement_until >= agreement_signed_on),
        check (num_nonnulls(ended_by, ended_at, end_reason) in (0, 3))
      );
      create index contracts_client on contracts (client_id, id desc);
      create index contracts_contractor on contracts (contractor_id, id desc);
      create index contracts_client_region on contracts (client_region, id desc);
      create index contracts_contractor_region on contracts (contractor_region, id desc);
      create index contracts_running on contracts (client_id, contractor_id, ends_on) where ended_at is null;
      create index contracts_makers on contracts (made_by);
      create index contracts_enders on contracts (ended_by) where ended_by is not null;
      create index contracts_files on contracts using gin (agreement_file_ids);
      revoke delete, truncate on contracts from hanan_app, hanan_system;

      alter table contracts enable row level security;
      alter table contracts force row level security;
      create policy contracts_scope on contracts to hanan_app using (${VISIBLE}) with check (${VISIBLE});
      create policy system_sees_all on contracts to hanan_system using (true) with check (true);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table contracts');
  }
}
