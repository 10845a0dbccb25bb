import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Chips that speak through the cloud of their maker: each belongs to one vendor, and no other speaks for it. */
export class HearVendors1796500100200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table exchange_chips (
        chip_no text primary key references chips,
        partner_id text not null references exchange_partners,
        given_by text not null references users,
        given_at timestamptz not null
      );
      create index exchange_chips_partner on exchange_chips (partner_id, chip_no);
      create index exchange_chips_givers on exchange_chips (given_by);
      alter table exchange_chips enable row level security;
      alter table exchange_chips force row level security;
      create policy exchange_chips_scope on exchange_chips to hanan_app
        using (exists (select 1 from exchange_partners p where p.id = exchange_chips.partner_id))
        with check (exists (select 1 from exchange_partners p where p.id = exchange_chips.partner_id));
      create policy system_sees_all on exchange_chips to hanan_system using (true) with check (true);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table exchange_chips');
  }
}
