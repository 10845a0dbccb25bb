import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whoever signs for an enterprise is confirmed by an official. Accounts that were there before count as confirmed, and say so. */
export class ConfirmWhoSigns1795700200300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table users
        add column seat_waiting_since timestamptz,
        add column seat_confirmed_at timestamptz,
        add column seat_confirmed_by text references users,
        add column seat_source text check (seat_source in ('before', 'registered', 'confirmed')),
        add column identity_hash text unique,
        add constraint users_seat_waits_or_holds check (seat_waiting_since is null or seat_confirmed_at is null),
        add constraint users_seat_source check ((seat_confirmed_at is null) = (seat_source is null));
      update users set seat_confirmed_at = created_at, seat_source = 'before'
        where roles && array['enterprise-manager', 'safety-officer', 'enterprise-head'];
      create index users_seat_waiting on users (region_code, id) where seat_waiting_since is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table users drop column seat_waiting_since, drop column seat_confirmed_at, drop column seat_confirmed_by,
        drop column seat_source, drop column identity_hash;
    `);
  }
}
