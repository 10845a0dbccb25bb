import { type MigrationInterface, type QueryRunner } from 'typeorm';

const SYSTEM = `current_setting('hanan.scope', true) = 'system'`;
const WITHIN = (column: string): string =>
  `${column} >= current_setting('hanan.region_from', true) and ${column} < current_setting('hanan.region_to', true)`;
/** The administrator's region is the whole country: '' to all. Everybody else writes inside the own region, in its name. */
const OWN =
  `${SYSTEM} or (current_setting('hanan.scope', true) = 'region' and ${WITHIN('region_code')}` +
  ` and (current_setting('hanan.region_from', true) = '' or (set_by is not null and ${WITHIN('set_by')})))`;

/** A county may be stricter: whose version a rule is, and a policy that keeps each region to its own. Rules are public to read. */
export class LetRegionsBeStricter1795700200100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table rule_versions add column set_by text collate "C" check (starts_with(region_code, set_by));
      alter table rule_versions enable row level security;
      alter table rule_versions force row level security;
      create policy system_sees_all on rule_versions to hanan_system using (true) with check (true);
      create policy rule_versions_read on rule_versions for select using (true);
      create policy rule_versions_add on rule_versions for insert with check (${OWN});
      create policy rule_versions_end on rule_versions for update using (${OWN}) with check (${OWN});
      create policy rule_versions_withdraw on rule_versions for delete using (${OWN});
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop policy rule_versions_withdraw on rule_versions;
      drop policy rule_versions_end on rule_versions;
      drop policy rule_versions_add on rule_versions;
      drop policy rule_versions_read on rule_versions;
      drop policy system_sees_all on rule_versions;
      alter table rule_versions no force row level security;
      alter table rule_versions disable row level security;
      alter table rule_versions drop column set_by;
    `);
  }
}
