import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Since when a machine is out of service, or a welder suspended, and when that ended: a one-time code given before covers
 * nothing in between. Of those that are out already the moment is not known; today is the latest that it can be. No
 * command suspends a welder yet, so there the database notes what whoever changes the row does not.
 */
export class KnowSinceWhenOutOfService1795800700100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      select set_config('hanan.scope', 'system', true);
      alter table machines add column out_since timestamptz, add column back_since timestamptz;
      update machines set out_since = now() where status <> 'in-service';
      alter table welders add column out_since timestamptz, add column back_since timestamptz;
      update welders set out_since = now() where status <> 'active';
      create function note_suspension() returns trigger language plpgsql as $$
        begin
          if new.status = 'active' then new.back_since := coalesce(nullif(new.back_since, old.back_since), now());
          else new.out_since := coalesce(nullif(new.out_since, old.out_since), now()); new.back_since := null;
          end if;
          return new;
        end $$;
      create trigger welders_note_suspension before update of status on welders
        for each row when (old.status is distinct from new.status) execute function note_suspension()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger welders_note_suspension on welders;
      drop function note_suspension();
      alter table welders drop column out_since, drop column back_since;
      alter table machines drop column out_since, drop column back_since`);
  }
}
