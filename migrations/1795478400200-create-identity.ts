import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Users, their refresh token families and failed logins. Phones are encrypted, found by keyed hash. */
export class CreateIdentity1795478400200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table users (
        id text primary key,
        username text not null check (username = lower(username) and length(username) between 2 and 64),
        name text not null,
        password_hash text,
        phone_sealed text,
        phone_hash text,
        roles text[] not null check (cardinality(roles) > 0),
        region_code text collate "C",
        enterprise_id text,
        welder_id text,
        disabled_at timestamptz,
        created_at timestamptz not null,
        constraint users_username_unique unique (username),
        constraint users_phone_unique unique (phone_hash)
      );
      create index users_enterprise on users (enterprise_id) where enterprise_id is not null;
      create unique index users_welder on users (welder_id) where welder_id is not null;

      create table refresh_families (
        id text primary key,
        user_id text not null references users,
        created_at timestamptz not null,
        revoked_at timestamptz,
        revoke_reason text
      );
      create table refresh_tokens (
        token_hash text primary key,
        family_id text not null references refresh_families,
        issued_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index refresh_tokens_family on refresh_tokens (family_id);
      create index refresh_tokens_expiry on refresh_tokens (expires_at);
      create index refresh_families_user on refresh_families (user_id);

      create table login_failures (
        subject text primary key,
        failures int not null,
        last_at timestamptz not null
      );
      create table login_codes (
        phone_hash text primary key,
        code_hash text not null,
        expires_at timestamptz not null,
        attempts int not null default 0,
        sent_at timestamptz not null
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table login_codes, login_failures, refresh_tokens, refresh_families, users`);
  }
}
