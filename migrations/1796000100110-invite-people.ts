import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

/**
 * People are invited by phone. An account keeps the trades for which an official works, the identity number that its
 * person gave (sealed), and since when they left their enterprise.
 */
export class InvitePeople1796000100110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table users
        add column trades text[] not null default '{}',
        add column identity_sealed text,
        add column left_at timestamptz,
        add constraint users_trades_known check (trades <@ array[
          'emergency', 'fire', 'housing', 'market', 'transport', 'industry', 'commerce', 'culture', 'education', 'health',
          'agriculture', 'urban'
        ]),
        add constraint users_identity_found check (identity_sealed is null or identity_hash is not null),
        add constraint users_left_is_shut check (left_at is null or disabled_at is not null);

      create table invitations (
        id text primary key,
        token_hash text not null unique,
        roles text[] not null check (cardinality(roles) > 0),
        trades text[] not null default '{}',
        phone_sealed text not null,
        phone_hash text not null,
        name text,
        region_code text collate "C" not null,
        enterprise_id text references enterprises,
        welder_id text references welders,
        invited_by text not null references users,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        used_by text references users,
        withdrawn_at timestamptz,
        withdrawn_by text references users,
        check ((used_at is null) = (used_by is null)),
        check ((withdrawn_at is null) = (withdrawn_by is null)),
        check (used_at is null or withdrawn_at is null),
        check (created_at < expires_at)
      );
      create unique index invitations_one_open on invitations (phone_hash, coalesce(enterprise_id, region_code))
        where used_at is null and withdrawn_at is null;
      create index invitations_region on invitations (region_code, id desc);
      create index invitations_enterprise on invitations (enterprise_id, id desc) where enterprise_id is not null;
      create index invitations_by on invitations (invited_by, id desc);
      ${scoped('invitations', { region: 'region_code', enterprise: ['enterprise_id'], user: ['invited_by'] })}
      create policy system_sees_all on invitations to hanan_system using (true) with check (true);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table invitations;
      alter table users drop constraint users_left_is_shut, drop constraint users_identity_found, drop constraint users_trades_known,
        drop column left_at, drop column identity_sealed, drop column trades;`);
  }
}
