import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped, scopedBy } from './row-level-security';

/**
 * What people collected on the spot, and the keys by which a second collection of one thing is found: the serial number as
 * `src/domain/collection/keys.ts` compares it, a cell of about 100 m, and keyed hashes.
 */
export class CollectOnTheSpot1796000200200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function number_key(text) returns text language sql immutable strict parallel safe as $$
        select translate(regexp_replace(upper(normalize($1, NFKC)), '[-\\s_.·/\\\\()（）‐‑‒–—―−#№]', '', 'g'), 'OQIL', '0011')
      $$;
      grant execute on function number_key(text) to hanan_app, hanan_system;
      alter table machines add column serial_key text generated always as (number_key(serial_number)) stored;
      create index machines_serial_key on machines (serial_key) where serial_key is not null;
      create index welders_phone on welders (phone_hash);
      create index enterprises_name on enterprises (name_folded text_pattern_ops);

      create table collections (
        id text primary key,
        device_number text not null check (length(device_number) between 8 and 200),
        kind text not null check (kind in ('machine', 'welder', 'enterprise')),
        state text not null check (state in ('done', 'number-owed')),
        collected_by text not null references users,
        region_code text collate "C" not null references regions,
        entity_id text,
        -- the record that was there before; the collector is credited all the same
        duplicate_of text,
        reasons text[] not null default '{}',
        collected_at timestamptz not null,
        received_at timestamptz not null,
        nameplate text check (nameplate in ('photo', 'none-legible')),
        nameplate_reason text,
        signature_id text references files,
        photo_ids text[] not null default '{}',
        lat double precision check (lat between -90 and 90),
        lng double precision check (lng between -180 and 180),
        accuracy_m double precision check (accuracy_m >= 0),
        geo_cell text,
        phone_hash text,
        duration_ms int check (duration_ms between 0 and 86400000),
        taps int check (taps between 0 and 10000),
        certificate_id text references certificates,
        certificate_fault text,
        typed_fields int check (typed_fields between 0 and 1000),
        unique (collected_by, device_number),
        check ((state = 'done') = (entity_id is not null)),
        check (duplicate_of is null or duplicate_of = entity_id),
        check ((kind = 'machine') = (nameplate is not null)),
        check (nameplate <> 'none-legible' or nameplate_reason is not null),
        check ((lat is null) = (lng is null) and (lat is null) = (geo_cell is null))
      );
      create index collections_region on collections (region_code, id desc);
      create index collections_entity on collections (entity_id, id);
      create index collections_cell on collections (geo_cell) where kind = 'machine' and geo_cell is not null;
      create index collections_phone on collections (phone_hash) where phone_hash is not null;
      create index collections_when on collections (collected_at, region_code);
      create index collections_owed on collections (region_code, id desc) where state = 'number-owed';
      create index collections_photo_ids on collections using gin (photo_ids);
      create index collections_signature on collections (signature_id) where signature_id is not null;
      -- of a person whose document was photographed: sealed, and gone once its number is typed
      create table held_welders (
        collection_id text primary key references collections,
        sealed text not null
      );
      ${scoped('collections', { region: 'region_code', user: ['collected_by'] })}
      create policy system_sees_all on collections to hanan_system using (true) with check (true);
      ${scopedBy('held_welders', 'collections', 'collection_id')}
      create policy system_sees_all on held_welders to hanan_system using (true) with check (true);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table held_welders, collections;
      drop index enterprises_name, welders_phone, machines_serial_key;
      alter table machines drop column serial_key;
      drop function number_key(text)`);
  }
}
