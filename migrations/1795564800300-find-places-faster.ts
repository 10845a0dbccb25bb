import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Words of places were found by their permit in order to be taken away, for which there is no index: a place that got
 * another name looked through the words of all permits. Now they are found by the name they came from. Only the trigger
 * writes them, so no foreign key has to ask for each word whether its permit is there.
 */
export class FindPlacesFaster1795564800300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table permit_place_words drop constraint permit_place_words_permit_id_fkey;
      create or replace function keep_place_words() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'INSERT' then
            delete from permit_place_words where permit_id = old.id and word in (select place_words(old.place_name));
          end if;
          if tg_op <> 'DELETE' then
            insert into permit_place_words (word, permit_id) select w, new.id from place_words(new.place_name) w;
          end if;
          return null;
        end $$;
      -- otherwise its statements are planned anew for each permit
      alter function keep_place_words() set plan_cache_mode to force_generic_plan;
      create trigger permits_place_words_gone after delete on permits for each row execute function keep_place_words();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger permits_place_words_gone on permits;
      alter function keep_place_words() reset plan_cache_mode;
      create or replace function keep_place_words() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' then delete from permit_place_words where permit_id = new.id; end if;
          insert into permit_place_words (word, permit_id) select w, new.id from place_words(new.place_name) w;
          return null;
        end $$;
      alter table permit_place_words add constraint permit_place_words_permit_id_fkey
        foreign key (permit_id) references permits on delete cascade;
    `);
  }
}
