import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { privacyRules } from './dated/privacy-rules';

/** What identifies people is erased when its time is over; that it was, and how much, stays. */
export class ForgetInTime1796200400130 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table erasures (
        id text primary key,
        kind text not null check (kind in ('positions', 'tip-identities', 'devices', 'messages')),
        before_at timestamptz not null,
        erased integer not null check (erased > 0),
        erased_at timestamptz not null
      );
      create index permit_watch_records_at on permit_watch_records (at) where lat is not null;
      create index permit_site_visits_at on permit_site_visits (at);

      -- nobody reads identities; this takes away those of tips that were settled long ago
      create function erase_tip_identities(before timestamptz, most integer) returns integer
        language sql security definer set search_path = public, pg_temp as $$
        with gone as (
          delete from tip_identities where tip_id in (
            select i.tip_id from tip_identities i join tips t on t.id = i.tip_id
            where t.state in ('closed', 'declined') and coalesce(t.closed_at, t.received_at) < before
              and not exists (select 1 from tip_rewards r where r.tip_id = i.tip_id and r.state in ('proposed', 'approved'))
              and not exists (select 1 from violations v where v.id = t.violation_id and v.state not in ('closed', 'withdrawn'))
            limit most)
          returning 1)
        select count(*)::int from gone $$;
      revoke all on function erase_tip_identities(timestamptz, integer) from public;
      grant execute on function erase_tip_identities(timestamptz, integer) to hanan_system;
      -- it runs as the owner of the tables, who is held by forced policies, too
      create policy tips_settled on tips for select to current_user using (true);
      create policy violations_of_tips on violations for select to current_user using (true);`);
    await addDatedRules(db, privacyRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, privacyRules);
    await db.query(`
      drop policy violations_of_tips on violations;
      drop policy tips_settled on tips;
      drop function erase_tip_identities(timestamptz, integer);
      drop index permit_site_visits_at, permit_watch_records_at;
      drop table erasures`);
  }
}
