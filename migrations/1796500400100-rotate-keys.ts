import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys change while the platform runs. Processes tell which keys they hold. The hashes by which people are found change
 * all in one transaction; what is asked meanwhile holds the keys until it ends, or begins again with the new ones.
 */
export class RotateKeys1796500400100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table key_holders (
        process text primary key,
        role text not null,
        holds jsonb not null,
        began_at timestamptz not null,
        seen_at timestamptz not null
      );
      create table search_key (
        version integer primary key check (version > 0),
        changed_at timestamptz not null
      );
      create unique index search_key_one_row on search_key ((true));
      insert into search_key (version, changed_at) values (1, now());
      revoke insert, update, delete, truncate on search_key from hanan_app, hanan_system;

      create table search_key_moves (before text primary key, after text not null);
      revoke all on search_key_moves from hanan_app, hanan_system;
      grant select on search_key_moves to hanan_system;

      create function hold_search_key(used integer) returns void language plpgsql as $$
      declare held integer;
      begin
        perform pg_advisory_xact_lock_shared(1796500400100);
        select version into held from search_key;
        if held <> used then
          raise exception 'the search key has changed' using errcode = 'HN001', detail = held::text;
        end if;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function hold_search_key(integer);
      drop table search_key_moves, search_key, key_holders;
    `);
  }
}
