import type { MigrationInterface, QueryRunner } from 'typeorm';
import { certificateLookup } from './dated/certificate-lookup';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';

/** The history of what people found out about a certificate, with screenshots as proof; what a scan lets pass; notices of its end. */
export class LookUpCertificates1796100200100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table certificates add column scanned_at timestamptz, add column scan_until timestamptz,
        add constraint certificates_scan check ((scanned_at is null) = (scan_until is null) and scanned_at <= scan_until);

      create table certificate_checks (
        id text primary key,
        certificate_id text not null references certificates,
        welder_id text not null references welders,
        kind text not null check (kind in ('scanned', 'revealed', 'lookup', 'verified', 'revoked', 'forged')),
        answer text,
        method text,
        note text,
        scan_sealed text,
        screenshot_id text references files,
        done_by text not null,
        done_at timestamptz not null,
        check ((kind = 'scanned') = (scan_sealed is not null)),
        check (kind <> 'lookup' or screenshot_id is not null and answer in ('valid', 'expired', 'not-found', 'name-differs')),
        check (kind <> 'revealed' or note is not null)
      );
      create index certificate_checks_of on certificate_checks (certificate_id, id);
      create index certificate_checks_screenshot on certificate_checks (screenshot_id) where screenshot_id is not null;

      create table certificate_notices (
        certificate_id text not null references certificates,
        days int not null check (days between 0 and 3660),
        told_at timestamptz not null,
        phones int not null check (phones >= 0),
        primary key (certificate_id, days)
      );
      create index certificates_ending on certificates (valid_to, id) where status = 'verified';

      alter table certificate_checks enable row level security;
      alter table certificate_checks force row level security;
      -- a screenshot shows the number: officials and the holder see it, colleagues do not
      create policy certificate_checks_scope on certificate_checks
        using (current_setting('hanan.scope', true) = 'system' or current_setting('hanan.scope', true) in ('region', 'person')
          and exists (select 1 from welders p where p.id = certificate_checks.welder_id))
        with check (current_setting('hanan.scope', true) = 'system'
          or exists (select 1 from welders p where p.id = certificate_checks.welder_id));
      create policy system_sees_all on certificate_checks to hanan_system using (true) with check (true);
      alter table certificate_notices enable row level security;
      alter table certificate_notices force row level security;
      create policy system_sees_all on certificate_notices to hanan_system using (true) with check (true);`);
    await addDatedRules(db, certificateLookup);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, certificateLookup);
    await db.query(`
      drop table certificate_notices, certificate_checks;
      drop index certificates_ending;
      alter table certificates drop constraint certificates_scan, drop column scanned_at, drop column scan_until`);
  }
}
