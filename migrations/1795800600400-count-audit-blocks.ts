import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The number of the newest audit block, which only grows: a chain whose end was cut is shorter than it says. */
export class CountAuditBlocks1795800600400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table audit_counter (one boolean primary key default true check (one), sealed_to bigint not null);
      insert into audit_counter (sealed_to) select coalesce(max(id), 0) from audit_blocks;
      create function refuse_shrinking() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE' or new.sealed_to < old.sealed_to then
            raise exception '% only grows', tg_table_name using errcode = 'insufficient_privilege';
          end if;
          return new;
        end $$;
      create trigger audit_counter_grows before update or delete on audit_counter for each row execute function refuse_shrinking();
      create trigger audit_counter_stays before truncate on audit_counter for each statement execute function refuse_shrinking();
      revoke insert, delete on audit_counter from hanan_app, hanan_system;
      revoke update on audit_counter from hanan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table audit_counter; drop function refuse_shrinking()');
  }
}
