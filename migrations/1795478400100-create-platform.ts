import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What every feature stands on: the application role, audit trail, outbox, idempotency keys, stored files. */
export class CreatePlatform1795478400100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        if not exists (select 1 from pg_roles where rolname = 'hanan_app') then create role hanan_app nologin; end if;
      exception when duplicate_object or unique_violation then null; -- another database of this server was migrated at the same moment
      end $$;
      grant hanan_app to current_user;
      grant usage on schema public to hanan_app;
      alter default privileges in schema public grant select, insert, update, delete on tables to hanan_app;
      alter default privileges in schema public grant usage, select on sequences to hanan_app;

      create table audit_entries (
        id bigint generated always as identity primary key,
        xid xid8 not null default pg_current_xact_id(),
        at timestamptz not null,
        actor_id text,
        actor_name text not null,
        address text,
        action text not null,
        entity text not null,
        entity_id text not null,
        region_code text collate "C" not null default '',
        before jsonb,
        after jsonb
      );
      create index audit_entries_entity on audit_entries (entity, entity_id, id);
      create index audit_entries_xid on audit_entries (xid, id);

      create table audit_blocks (
        id bigint primary key,
        sealed_at timestamptz not null,
        previous_hash text not null,
        hash text not null,
        signature text not null,
        entry_ids bigint[] not null,
        entry_hashes text[] not null check (cardinality(entry_hashes) = cardinality(entry_ids)),
        from_xid xid8 not null,
        up_to_xid xid8 not null
      );

      create function refuse_change() returns trigger language plpgsql as $$
        begin raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$;
      create trigger audit_entries_append_only before update or delete or truncate on audit_entries for each statement execute function refuse_change();
      create trigger audit_blocks_append_only before update or delete or truncate on audit_blocks for each statement execute function refuse_change();

      create table outbox (
        id bigint generated always as identity primary key,
        xid xid8 not null default pg_current_xact_id(),
        type text not null,
        at timestamptz not null,
        entity text not null,
        entity_id text not null,
        region_code text collate "C" not null default '',
        enterprise_ids text[] not null default '{}',
        user_ids text[] not null default '{}',
        data jsonb not null default '{}'
      );
      create index outbox_cursor on outbox (xid, id);

      create table idempotency_keys (
        user_id text not null,
        key text not null check (length(key) between 1 and 200),
        request_hash text not null,
        status int,
        body jsonb,
        created_at timestamptz not null,
        primary key (user_id, key)
      );

      create table files (
        id text primary key,
        media_type text not null,
        sha256 text not null,
        bytes bytea not null,
        width int not null,
        height int not null,
        taken_lat double precision,
        taken_lng double precision,
        uploaded_by text,
        uploaded_at timestamptz not null
      );
      revoke update, delete, truncate on audit_entries, audit_blocks from hanan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table files, idempotency_keys, outbox, audit_blocks, audit_entries;
      drop function refuse_change();
      alter default privileges in schema public revoke select, insert, update, delete on tables from hanan_app;
      alter default privileges in schema public revoke usage, select on sequences from hanan_app;
      revoke usage on schema public from hanan_app;
    `);
  }
}
