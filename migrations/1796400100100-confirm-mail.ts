import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An e-mail address hears of nothing before its owner typed the code that was sent to it. Those that hear already go on. */
export class ConfirmMail1796400100100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table notice_settings add column mail_confirmed_at timestamptz;
      update notice_settings set mail_confirmed_at = changed_at where mail_sealed is not null;
      alter table notice_settings add constraint notice_settings_confirmed_mail_is_known
        check (mail_confirmed_at is null or mail_sealed is not null);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table notice_settings drop column mail_confirmed_at');
  }
}
