import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an enterprise says of its own machine is a claim until somebody saw the machine: a technician at the fitting or an
 * official, who leaves a photo. Sets that stand in the register without chip were seen by nobody, so they begin as claims.
 */
export class KeepWhatIsClaimedOfMachines1795700300100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table machines
        add facts_claimed_at timestamptz,
        add facts_confirmed_at timestamptz,
        add facts_confirmed_by text,
        add facts_photo_id text references files,
        add constraint machines_facts check (facts_claimed_at is null or facts_confirmed_at is null);
      create index machines_facts_claimed on machines (region_code, id) where facts_claimed_at is not null;
      select set_config('hanan.scope', 'system', true);
      update machines set facts_claimed_at = created_at where control = 'code-only' and status <> 'scrapped';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table machines
        drop facts_claimed_at, drop facts_confirmed_at, drop facts_confirmed_by, drop facts_photo_id;
    `);
  }
}
