import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addDatedRules, removeDatedRules } from './dated/dated-rules';
import { erasureRules } from './dated/erasure-rules';
import { scoped } from './row-level-security';

const KINDS = (kinds: string): string =>
  `alter table erasures drop constraint erasures_kind_check, add constraint erasures_kind_check check (kind in (${kinds}))`;
const BEFORE = `'positions', 'tip-identities', 'devices', 'messages'`;

/** Somebody asks to be forgotten, an official decides. Photos and positions of machines and jobs are forgotten in time. */
export class ErasePeople1796300500110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table erasure_requests (
        id text primary key,
        state text not null default 'asked' check (state in ('asked', 'approved', 'refused', 'withdrawn', 'done')),
        user_id text references users,
        welder_id text references welders,
        region_code text collate "C" not null,
        reason text not null check (length(reason) between 2 and 500),
        asked_by text not null references users,
        asked_at timestamptz not null,
        decided_by text references users,
        decided_at timestamptz,
        note text,
        not_before timestamptz,
        done_at timestamptz,
        check (user_id is not null or welder_id is not null),
        check ((decided_at is null) = (state in ('asked', 'withdrawn'))),
        check (decided_by is null or decided_by is distinct from asked_by),
        check ((done_at is not null) = (state = 'done'))
      );
      create unique index erasure_requests_one_open_user on erasure_requests (user_id) where user_id is not null and state in ('asked', 'approved');
      create unique index erasure_requests_one_open_welder on erasure_requests (welder_id) where welder_id is not null and state in ('asked', 'approved');
      create index erasure_requests_list on erasure_requests (region_code, id desc);
      create index erasure_requests_due on erasure_requests (id) where state = 'approved';
      ${scoped('erasure_requests', { region: 'region_code', user: ['user_id', 'asked_by'], welder: 'welder_id' })}
      create policy system_sees_all on erasure_requests to hanan_system using (true) with check (true);

      alter table welders add column erased_at timestamptz;
      alter table users add column erased_at timestamptz;
      alter table files add column erased_at timestamptz;
      create index files_kept on files (uploaded_at) where erased_at is null;
      create index permit_history_user on permit_history (by_user) where by_user is not null;
      create index violation_history_user on violation_history (by_user) where by_user is not null`);
    await db.query(KINDS(`${BEFORE}, 'photos', 'job-positions', 'chip-positions', 'registrations'`));
    await addDatedRules(db, erasureRules);
  }

  async down(db: QueryRunner): Promise<void> {
    await removeDatedRules(db, erasureRules);
    await db.query(`
      select set_config('hanan.scope', 'system', true);
      delete from erasures where kind not in (${BEFORE});
      ${KINDS(BEFORE)};
      drop index violation_history_user, permit_history_user, files_kept;
      alter table files drop column erased_at;
      alter table users drop column erased_at;
      alter table welders drop column erased_at;
      drop table erasure_requests`);
  }
}
