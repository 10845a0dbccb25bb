import type { MigrationInterface, QueryRunner } from 'typeorm';
import { scoped } from './row-level-security';

const REGION = `(select current_setting('hanan.scope', true)) = 'region'`;
const OF_SEEN_CASE = 'exists (select 1 from violations v where v.id = case_documents.violation_id)';

/**
 * 函告、约谈、通报、曝光: written once, numbered by office and year, and never changed. A letter between departments is not
 * for whoever the case is about; the other documents are.
 */
export class WriteCaseDocuments1796200300300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table document_numbers (
        region_code text collate "C" not null,
        office_code text not null,
        kind text not null,
        year int not null,
        last int not null check (last > 0),
        primary key (region_code, office_code, kind, year)
      );
      ${scoped('document_numbers', { region: 'region_code' })}
      create policy system_sees_all on document_numbers to hanan_system using (true) with check (true);

      create table case_documents (
        id text primary key,
        violation_id text not null references violations,
        kind text not null check (kind in ('letter', 'talk', 'talk-record', 'circular', 'exposure')),
        office text not null check (length(office) between 2 and 60),
        office_code text not null check (length(office_code) between 1 and 20),
        year int not null check (year between 2000 and 9999),
        number int not null check (number > 0),
        title text not null,
        addressee text,
        region_code text collate "C" not null,
        pdf bytea not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        made_by text not null references users,
        made_at timestamptz not null,
        unique (region_code, office_code, kind, year, number)
      );
      create index case_documents_of on case_documents (violation_id, id);
      create index case_documents_makers on case_documents (made_by);
      alter table case_documents enable row level security;
      alter table case_documents force row level security;
      create policy case_documents_read on case_documents for select to hanan_app
        using ((${REGION} or kind <> 'letter') and ${OF_SEEN_CASE});
      create policy case_documents_write on case_documents for insert to hanan_app with check (${REGION} and ${OF_SEEN_CASE});
      create policy system_sees_all on case_documents to hanan_system using (true) with check (true);
      revoke update, delete, truncate on case_documents from hanan_app, hanan_system;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table case_documents, document_numbers');
  }
}
