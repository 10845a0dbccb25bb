import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { cityTold, loopRules } from './dated/loop-rules';
import { scoped } from './row-level-security';

/**
 * 闭环: who rectified never looks again, whatever the application does. False rectification is counted, reminders are
 * remembered, the city is told, too. Who is on leave has a deputy.
 */
export class CloseTheLoop1796200300200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table violations add column false_rectifications int not null default 0 check (false_rectifications >= 0);
      alter table violations add column reminded_at timestamptz;
      alter table violations add constraint who_rectified_never_reviews
        check (reviewed_by is null or not (reviewed_by = any(rectifiers)));
      alter table violations drop constraint violations_escalated_to_check;
      alter table violations add constraint violations_escalated_to_check check (escalated_to in ('grid', 'town', 'county', 'city'));
      create index violations_false on violations (region_code, id desc) where false_rectifications > 0;

      create function history_is_of_another() returns trigger language plpgsql as $$
      begin
        if new.command in ('review', 'close', 'reopen') and exists (
          select 1 from violations v where v.id = new.violation_id and new.by_user = any(v.rectifiers)) then
          raise exception 'who rectified a case does not % it', new.command using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger history_is_of_another before insert on violation_history
        for each row execute function history_is_of_another();

      create table leaves (
        id text primary key,
        user_id text not null references users,
        deputy_id text references users,
        region_code text collate "C" not null,
        from_at timestamptz not null,
        until_at timestamptz not null,
        reason text not null default '' check (length(reason) <= 200),
        made_by text not null references users,
        made_at timestamptz not null,
        ended_at timestamptz,
        check (until_at > from_at),
        check (deputy_id is distinct from user_id),
        check (ended_at is null or ended_at >= from_at)
      );
      create index leaves_of on leaves (user_id, until_at);
      create index leaves_in on leaves (region_code, id desc);
      create index leaves_deputies on leaves (deputy_id) where deputy_id is not null;
      create index leaves_makers on leaves (made_by);
      ${scoped('leaves', { region: 'region_code', user: ['user_id', 'deputy_id'] })}
      create policy system_sees_all on leaves to hanan_system using (true) with check (true);`);
    await addDatedRules(db, [...cityTold, ...loopRules]);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, [...cityTold, ...loopRules]);
    await db.query(`
      drop table leaves;
      drop trigger history_is_of_another on violation_history;
      drop function history_is_of_another();
      drop index violations_false;
      update violations set escalated_to = 'county' where escalated_to = 'city';
      alter table violations drop constraint violations_escalated_to_check;
      alter table violations add constraint violations_escalated_to_check check (escalated_to in ('grid', 'town', 'county'));
      alter table violations drop constraint who_rectified_never_reviews;
      alter table violations drop column reminded_at;
      alter table violations drop column false_rectifications;`);
  }
}
