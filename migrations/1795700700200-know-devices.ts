import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which devices a user signed in on before: strangers' guesses do not delay them. And how many texts were sent to whom. */
export class KnowDevices1795700700200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table login_devices (
        user_id text not null references users on delete cascade,
        device_hash text not null,
        address_hash text not null,
        last_at timestamptz not null,
        primary key (user_id, device_hash)
      );
      create table text_counts (
        subject text not null,
        began_at timestamptz not null,
        sent int not null,
        primary key (subject, began_at)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table text_counts, login_devices');
  }
}
