import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A role for work that belongs to nobody. Until now the policies asked each row whether the scope is `system`; a policy of
 * its own is known when a statement is planned, so that the planner sees no policy at all (docs/adr/0011).
 */
export class LetTheSystemSeeAll1795564800100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        if not exists (select 1 from pg_roles where rolname = 'hanan_system') then create role hanan_system nologin; end if;
      exception when duplicate_object or unique_violation then null; -- another database of this server was migrated at the same moment
      end $$;
      grant hanan_system to current_user;
      grant usage on schema public to hanan_system;
      alter default privileges in schema public grant select, insert, update, delete on tables to hanan_system;
      alter default privileges in schema public grant usage, select on sequences to hanan_system;
      grant usage, select on all sequences in schema public to hanan_system;

      -- the same on each table as the application has, where something was taken away from it too
      do $$
      declare one record;
      begin
        for one in
          select c.oid::regclass as name, string_agg(a.privilege_type, ', ') as privileges
          from pg_class c, lateral aclexplode(c.relacl) a
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.grantee = 'hanan_app'::regrole
          group by c.oid
        loop
          execute format('grant %s on %s to hanan_system', one.privileges, one.name);
        end loop;
        for one in select oid::regclass as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity loop
          execute format('create policy system_sees_all on %s to hanan_system using (true) with check (true)', one.name);
        end loop;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      declare one record;
      begin
        for one in select polrelid::regclass as name from pg_policy where polname = 'system_sees_all' loop
          execute format('drop policy system_sees_all on %s', one.name);
        end loop;
      end $$;
      alter default privileges in schema public revoke select, insert, update, delete on tables from hanan_system;
      alter default privileges in schema public revoke usage, select on sequences from hanan_system;
      revoke all on all tables in schema public from hanan_system;
      revoke all on all sequences in schema public from hanan_system;
      revoke all on schema public from hanan_system;
    `);
  }
}
