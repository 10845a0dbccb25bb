import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

const setting = (name: string): string => `nullif(current_setting('hanan.${name}', true), '')`;

/** Machines that are sold, rented out or lent: who has them now, and until when. The user sees the machine; the owner goes on changing it. */
export class HandMachinesOver1796100300300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table machines
        add column user_enterprise_id text references enterprises,
        add column user_welder_id text references welders,
        add constraint machines_one_user check (user_enterprise_id is null or user_welder_id is null);
      create index machines_user_enterprise on machines (user_enterprise_id, id) where user_enterprise_id is not null;
      create index machines_user_welder on machines (user_welder_id, id) where user_welder_id is not null;
      create policy machines_used on machines for select
        using (user_enterprise_id = ${setting('enterprise')} or user_welder_id = ${setting('welder')});

      create table machine_handovers (
        id text primary key,
        machine_id text not null references machines,
        kind text not null check (kind in ('sale', 'lease', 'loan')),
        state text not null check (state in ('offered', 'confirmed', 'returned', 'refused', 'withdrawn')),
        region_code text collate "C" not null,
        from_enterprise_id text not null references enterprises,
        to_enterprise_id text references enterprises,
        to_welder_id text references welders,
        from_on date not null,
        until_on date,
        sticker_handed boolean not null,
        note text,
        offered_by text not null references users,
        offered_at timestamptz not null,
        answered_by text references users,
        answered_at timestamptz,
        reason text,
        ended_by text references users,
        ended_at timestamptz,
        check (num_nonnulls(to_enterprise_id, to_welder_id) = 1),
        check (to_enterprise_id is distinct from from_enterprise_id),
        check ((kind = 'sale') = (until_on is null)),
        check (until_on >= from_on),
        check ((state = 'refused') = (reason is not null)),
        check ((state in ('confirmed', 'returned', 'refused')) = (answered_at is not null)),
        check ((answered_by is null) = (answered_at is null)),
        check ((state in ('returned', 'withdrawn')) = (ended_at is not null)),
        check ((ended_by is null) = (ended_at is null))
      );
      create unique index machine_handovers_one_open on machine_handovers (machine_id)
        where state = 'offered' or (state = 'confirmed' and kind <> 'sale');
      create index machine_handovers_machine on machine_handovers (machine_id, id desc);
      create index machine_handovers_from on machine_handovers (from_enterprise_id, id desc);
      create index machine_handovers_to on machine_handovers (to_enterprise_id, id desc);
      create index machine_handovers_welder on machine_handovers (to_welder_id, id desc) where to_welder_id is not null;
      ${scoped('machine_handovers', { region: 'region_code', enterprise: ['from_enterprise_id', 'to_enterprise_id'], welder: 'to_welder_id' })}
      create policy system_sees_all on machine_handovers to hanan_system using (true) with check (true);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table machine_handovers;
      drop policy machines_used on machines;
      alter table machines drop column user_enterprise_id, drop column user_welder_id`);
  }
}
