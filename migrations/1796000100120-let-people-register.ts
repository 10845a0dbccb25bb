import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped, scopedBy } from './row-level-security';

/** Welders and enterprises that register themselves by phone, until somebody who sees to the place has confirmed them. */
export class LetPeopleRegister1796000100120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table registrations (
        id text primary key,
        kind text not null check (kind in ('welder', 'enterprise')),
        state text not null check (state in ('waiting', 'confirmed', 'refused')),
        region_code text collate "C" not null references regions,
        name text not null,
        phone_sealed text not null,
        phone_hash text not null,
        id_kind text not null,
        id_number_sealed text not null,
        id_number_hash text not null,
        id_number_masked text not null,
        firm_name text,
        firm_kind text check (firm_kind in ('company', 'individual')),
        uscc text,
        industry text,
        trade text,
        asked_at timestamptz not null,
        settled_at timestamptz,
        settled_by text references users,
        refused_for text,
        welder_id text references welders,
        enterprise_id text references enterprises,
        user_id text references users,
        check ((kind = 'enterprise') = (firm_name is not null and firm_kind is not null and industry is not null)),
        check ((state = 'waiting') = (settled_at is null)),
        check ((settled_at is null) = (settled_by is null)),
        check ((state = 'refused') = (refused_for is not null)),
        check ((state = 'confirmed') = (user_id is not null))
      );
      create unique index registrations_one_waiting on registrations (phone_hash, kind) where state = 'waiting';
      create index registrations_region on registrations (region_code, id desc);
      create index registrations_phone on registrations (phone_hash);
      create index registrations_number on registrations (id_number_hash);

      create table registration_handovers (
        id text primary key,
        registration_id text not null references registrations,
        from_trade text,
        to_trade text not null,
        reason text not null,
        handed_by text not null references users,
        handed_at timestamptz not null,
        received_by text references users,
        received_at timestamptz,
        check ((received_by is null) = (received_at is null)),
        check (from_trade is distinct from to_trade)
      );
      create unique index registration_handovers_one_open on registration_handovers (registration_id) where received_at is null;
      create index registration_handovers_of on registration_handovers (registration_id, id);
      ${scoped('registrations', { region: 'region_code' })}
      create policy system_sees_all on registrations to hanan_system using (true) with check (true);
      ${scopedBy('registration_handovers', 'registrations', 'registration_id')}
      create policy system_sees_all on registration_handovers to hanan_system using (true) with check (true);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table registration_handovers, registrations');
  }
}
