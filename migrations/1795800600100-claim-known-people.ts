import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever registers a person that the register knows, and may not read them, gets a record of their own: it looks like
 * any new one, so nobody learns who is known. It names the known person, and waits until the employment is confirmed.
 */
export class ClaimKnownPeople1795800600100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table welders
        add column same_person_as text references welders,
        add column claim_settled_at timestamptz,
        add column claim_settled_by text,
        add column claim_refused_for text,
        drop constraint welders_id_number_hash_key;
      create unique index welders_one_of_a_person on welders (id_number_hash) where same_person_as is null;
      create unique index welders_one_claim on welders (same_person_as, coalesce(enterprise_id, region_code))
        where same_person_as is not null;
      create index welders_of_a_number on welders (id_number_hash);
      create index certificates_number on certificates (number_hash);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      select set_config('hanan.scope', 'system', true);
      update employments set until = now() where until is null and welder_id in (select id from welders where same_person_as is not null);
      drop index certificates_number, welders_of_a_number, welders_one_claim, welders_one_of_a_person;
      -- a claim keeps its row, for permits may name it, under a hash of its own
      update welders set id_number_hash = id_number_hash || ':' || id where same_person_as is not null;
      alter table welders add constraint welders_id_number_hash_key unique (id_number_hash);
      alter table welders drop column claim_refused_for, drop column claim_settled_by, drop column claim_settled_at, drop column same_person_as;
    `);
  }
}
