import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A restored database counts its transactions from the beginning again, so a transaction number alone orders nothing any
 * more. Each restore begins a new epoch. Rows that are here keep the first epoch; no row is rewritten: a constant default
 * is kept in the catalogue. A restore sets the default to its own epoch, so a write asks for nothing.
 */
export class CountEpochs1796200500100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table epochs (
        number integer primary key check (number > 0),
        began_at timestamptz not null,
        cause text not null check (cause in ('installed', 'restored', 'recovered')),
        taken_at timestamptz,
        check ((cause = 'restored') = (taken_at is not null))
      );
      insert into epochs (number, began_at, cause) values (1, now(), 'installed');
      create trigger epochs_append_only before update or delete or truncate on epochs for each statement execute function refuse_change();
      revoke insert, update, delete on epochs from hanan_app, hanan_system;

      alter table audit_entries add column epoch integer not null default 1 check (epoch > 0);
      alter table audit_blocks add column epoch integer not null default 1 check (epoch > 0);
      alter table outbox add column epoch integer not null default 1 check (epoch > 0);
      alter table outbox_consumers add column epoch integer not null default 1 check (epoch > 0);
      drop index audit_entries_xid, audit_blocks_xid, outbox_cursor;
      create index audit_blocks_place on audit_blocks (epoch, up_to_xid);
      create index audit_entries_place on audit_entries (epoch, xid, id);
      create index outbox_cursor on outbox (epoch, xid, id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table outbox_consumers drop column epoch;
      alter table outbox drop column epoch;
      alter table audit_blocks drop column epoch;
      alter table audit_entries drop column epoch;
      create index audit_blocks_xid on audit_blocks (up_to_xid);
      create index audit_entries_xid on audit_entries (xid, id);
      create index outbox_cursor on outbox (xid, id);
      drop table epochs;
    `);
  }
}
