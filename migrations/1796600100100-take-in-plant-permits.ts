import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { exchangeRules } from './dated/exchange-rules';

const scopedBy = (table: string, parent: string, key: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_scope on ${table} to hanan_app
    using (exists (select 1 from ${parent} p where p.id = ${table}.${key}))
    with check (exists (select 1 from ${parent} p where p.id = ${table}.${key}));
  create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

const KINDS = `'positions', 'tip-identities', 'devices', 'messages', 'photos', 'job-positions', 'chip-positions', 'registrations'`;
const erasing = (kinds: string): string =>
  `alter table erasures drop constraint erasures_kind_check, add constraint erasures_kind_check check (kind in (${kinds}))`;

/** Permits that a chemical plant's own special-work system signs (GB 30871): whose keys, what was taken in, who signed there. */
export class TakeInPlantPermits1796600100100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table permits
        add column source text not null default 'platform',
        add column source_number text,
        add column source_name text,
        add constraint permits_known_source check (source in ('platform', 'plant')),
        add constraint permits_source_named check (num_nonnulls(source_number, source_name) = case source when 'plant' then 2 else 0 end);
      alter table permit_gas_tests drop constraint permit_gas_tests_source_check,
        add constraint permit_gas_tests_source_check check (source in ('manual', 'feed', 'plant'));

      create table permit_plant_signatures (
        permit_id text not null references permits,
        seat integer not null,
        step integer not null,
        person_id text not null check (length(person_id) between 1 and 40),
        name text check (length(name) <= 60),
        user_id text references users,
        on_site boolean not null,
        signed_at timestamptz not null,
        primary key (permit_id, seat),
        check (num_nonnulls(name, user_id) = 1)
      );
      create index permit_plant_signatures_users on permit_plant_signatures (user_id) where user_id is not null;
      ${scopedBy('permit_plant_signatures', 'permits', 'permit_id')}

      alter table exchange_partners drop constraint exchange_partners_kind_check,
        add constraint exchange_partners_kind_check check (kind in ('province', 'neighbour', 'vendor', 'plant')),
        add column enterprise_id text references enterprises,
        add column answers_id text references users,
        add constraint exchange_partners_of_plant check (num_nonnulls(enterprise_id, answers_id) = case kind when 'plant' then 2 else 0 end) not valid;
      -- the version before knows no plant and neither column, so whatever it writes holds
      alter table exchange_partners validate constraint exchange_partners_of_plant;
      create index exchange_partners_enterprises on exchange_partners (enterprise_id) where enterprise_id is not null;
      create index exchange_partners_answerers on exchange_partners (answers_id) where answers_id is not null;

      create table exchange_keys (
        partner_id text not null references exchange_partners,
        kid text not null check (length(kid) between 1 and 80),
        jwk jsonb not null check (jsonb_typeof(jwk) = 'object'),
        added_by text not null references users,
        added_at timestamptz not null,
        revoked_by text references users,
        revoked_at timestamptz,
        primary key (partner_id, kid),
        check (num_nonnulls(revoked_by, revoked_at) in (0, 2))
      );
      create index exchange_keys_adders on exchange_keys (added_by);
      create index exchange_keys_revokers on exchange_keys (revoked_by) where revoked_by is not null;
      ${scopedBy('exchange_keys', 'exchange_partners', 'partner_id')}

      create table exchange_papers (
        partner_id text not null references exchange_partners,
        number text not null check (length(number) between 1 and 60),
        version integer not null check (version > 0),
        permit_id text not null references permits,
        event text check (length(event) <= 30),
        hash text not null,
        paper_sealed text,
        applied boolean not null,
        taken_at timestamptz not null,
        primary key (partner_id, number, version),
        check ((event is null) = (version = 1))
      );
      create index exchange_papers_permits on exchange_papers (permit_id, version);
      create index exchange_papers_times on exchange_papers (taken_at) where paper_sealed is not null;
      ${scopedBy('exchange_papers', 'exchange_partners', 'partner_id')}
      create index exchange_taken_waiting_times on exchange_taken (taken_at) where record_sealed is not null;
      ${erasing(`${KINDS}, 'exchanged'`)}`);
    await addDatedRules(db, exchangeRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, exchangeRules);
    await db.query(`
      delete from erasures where kind = 'exchanged';
      ${erasing(KINDS)};
      drop index exchange_taken_waiting_times;
      drop table exchange_papers;
      drop table exchange_keys;
      alter table exchange_partners drop constraint exchange_partners_of_plant, drop column answers_id, drop column enterprise_id,
        drop constraint exchange_partners_kind_check,
        add constraint exchange_partners_kind_check check (kind in ('province', 'neighbour', 'vendor'));
      drop table permit_plant_signatures;
      alter table permit_gas_tests drop constraint permit_gas_tests_source_check,
        add constraint permit_gas_tests_source_check check (source in ('manual', 'feed'));
      alter table permits drop constraint permits_source_named, drop constraint permits_known_source,
        drop column source_name, drop column source_number, drop column source;`);
  }
}
