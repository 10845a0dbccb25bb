import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped, scopedBy } from './row-level-security';

const bySystem = (table: string): string =>
  `create policy system_sees_all on ${table} to hanan_system using (true) with check (true);`;

const KINDS = `('enterprise', 'welder', 'certificate', 'machine', 'permit', 'violation')`;
const OF_A_PARTNER = [
  'exchange_mappings',
  'exchange_lines',
  'exchange_stocks',
  'exchange_items',
  'exchange_checks',
  'exchange_taken',
];
const partnerScoped = (table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_scope on ${table} to hanan_app
    using (exists (select 1 from exchange_partners p where p.id = ${table}.partner_id))
    with check (exists (select 1 from exchange_partners p where p.id = ${table}.partner_id));
  ${bySystem(table)}`;

/** Other platforms: who they are, how each kind is written for them, what was sent and taken, and whether both sides agree. */
export class ExchangeWithPlatforms1796500100100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table exchange_partners (
        id text primary key,
        name text not null check (length(btrim(name)) between 2 and 120),
        kind text not null check (kind in ('province', 'neighbour', 'vendor')),
        region_code text collate "C" not null,
        base_url text check (length(base_url) <= 2000),
        secret_sealed text not null,
        agreement text check (length(agreement) <= 120),
        purposes text[] not null default '{}' check (purposes <@ array['certificate-check', 'enforcement', 'accident-inquiry']),
        agreed_from date,
        agreed_until date,
        created_by text not null references users,
        created_at timestamptz not null,
        stopped_by text references users,
        stopped_at timestamptz,
        check (num_nonnulls(agreement, agreed_from, agreed_until) in (0, 3)),
        check (cardinality(purposes) = 0 or agreement is not null),
        check (agreed_until >= agreed_from),
        check (num_nonnulls(stopped_by, stopped_at) in (0, 2))
      );
      create index exchange_partners_list on exchange_partners (region_code, id desc);
      create index exchange_partners_makers on exchange_partners (created_by);
      create index exchange_partners_stoppers on exchange_partners (stopped_by) where stopped_by is not null;
      create unique index exchange_partners_one_name on exchange_partners (region_code, name) where stopped_at is null;

      create table exchange_mappings (
        id text primary key,
        partner_id text not null references exchange_partners,
        kind text not null check (kind in ${KINDS}),
        valid_from date not null,
        fields jsonb not null check (jsonb_typeof(fields) = 'array'),
        made_by text not null references users,
        made_at timestamptz not null,
        constraint exchange_mappings_one_a_day unique (partner_id, kind, valid_from)
      );
      create index exchange_mappings_makers on exchange_mappings (made_by);

      create table exchange_lines (
        partner_id text primary key references exchange_partners,
        failures integer not null default 0 check (failures >= 0),
        paused_until timestamptz,
        fault text,
        claimed_until timestamptz,
        answered_at timestamptz,
        check_due_at timestamptz not null
      );

      create table exchange_stocks (
        partner_id text not null references exchange_partners,
        kind text not null check (kind in ${KINDS}),
        after_id text not null default '',
        done_at timestamptz,
        primary key (partner_id, kind)
      );

      create sequence exchange_order;
      create table exchange_items (
        partner_id text not null references exchange_partners,
        kind text not null check (kind in ${KINDS}),
        entity_id text not null,
        seq bigint not null default nextval('exchange_order'),
        version integer not null default 0 check (version >= 0),
        op text not null default 'put' check (op in ('put', 'withdraw')),
        hash text not null default '',
        region_code text collate "C" not null default '',
        day date,
        held_version integer check (held_version between 1 and version),
        due_at timestamptz,
        fault text,
        primary key (partner_id, kind, entity_id),
        check ((version = 0) = (day is null))
      );
      create index exchange_items_due on exchange_items (partner_id, seq) where due_at is not null;
      create index exchange_items_faults on exchange_items (partner_id, entity_id) where fault is not null;
      create index exchange_items_held on exchange_items (partner_id, kind, region_code, day, entity_id) where held_version is not null;

      create table exchange_checks (
        id text primary key,
        partner_id text not null references exchange_partners,
        at timestamptz not null,
        ours integer not null check (ours >= 0),
        theirs integer not null check (theirs >= 0),
        differing integer not null check (differing >= 0),
        fault text
      );
      create index exchange_checks_list on exchange_checks (partner_id, id desc);

      create table exchange_differences (
        check_id text not null references exchange_checks,
        kind text not null check (kind in ${KINDS}),
        entity_id text not null,
        difference text not null check (difference in ('missing', 'older', 'newer', 'surplus')),
        ours integer,
        theirs integer,
        primary key (check_id, kind, entity_id)
      );

      create table exchange_taken (
        partner_id text not null references exchange_partners,
        kind text not null check (kind in ${KINDS}),
        their_id text not null check (length(their_id) between 1 and 64),
        version integer not null check (version > 0),
        hash text not null,
        region_code text collate "C" not null,
        day date not null,
        entity_id text,
        verdict text not null check (verdict in ('taken', 'waiting')),
        code text,
        differing text[] not null default '{}',
        record_sealed text,
        taken_at timestamptz not null,
        primary key (partner_id, kind, their_id),
        check ((verdict = 'waiting') = (code is not null)),
        check (verdict = 'waiting' or record_sealed is null)
      );
      create index exchange_taken_waiting on exchange_taken (partner_id, taken_at) where verdict = 'waiting';
      create index exchange_taken_subject on exchange_taken (entity_id) where verdict = 'waiting';
      create index exchange_taken_buckets on exchange_taken (partner_id, kind, region_code, day, their_id);

      ${scoped('exchange_partners', { region: 'region_code' })}
      ${bySystem('exchange_partners')}
      ${OF_A_PARTNER.map(partnerScoped).join('')}
      ${scopedBy('exchange_differences', 'exchange_checks', 'check_id')}
      ${bySystem('exchange_differences')}
      select pgboss.create_queue('exchange-lines-dead', '{"policy": "standard", "retryLimit": 0, "retentionMinutes": 525600}');
      select pgboss.create_queue('exchange-lines',
        '{"policy": "short", "retryLimit": 5, "retryDelay": 30, "retryBackoff": true, "expireInSeconds": 300, "retentionMinutes": 525600, "deadLetter": "exchange-lines-dead"}');`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      delete from pgboss.job where name in ('exchange-lines', 'exchange-lines-dead');
      select pgboss.delete_queue('exchange-lines');
      select pgboss.delete_queue('exchange-lines-dead');
      delete from outbox_consumers where name = 'exchange';
      drop table exchange_taken, exchange_differences, exchange_checks, exchange_items, exchange_stocks, exchange_lines,
        exchange_mappings, exchange_partners;
      drop sequence exchange_order`);
  }
}
